package se.fixamingata.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import se.fixamingata.category.Categories;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.position.Position;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

/** Areas in words and as addresses, for mails and pages. */
@ApplicationScoped
public class AreaNames {

    /** A map of so many pixels is to show the circle. */
    private static final double PIXELS = 500;

    /** Of the whole world on one tile, at the equator. */
    private static final double METRES_A_PIXEL = 156_543;

    private static final int TOWN = 12;

    @Inject
    Municipalities municipalities;

    @Inject
    Categories categories;

    @Inject
    ServiceSettings service;

    /** For the container. */
    public AreaNames() {}

    /** For tests. */
    public AreaNames(Municipalities municipalities, Categories categories, ServiceSettings service) {
        this.municipalities = municipalities;
        this.categories = categories;
        this.service = service;
    }

    /** "Forshaga", "Gatubelysning i Forshaga", "1 km runt Storgatan 1, Forshaga". */
    public String name(Area area, Language language) {
        boolean english = language == Language.EN;
        if (area instanceof Area.WholeMunicipality whole) {
            return municipality(whole.code());
        }
        if (area instanceof Area.CategoryIn one) {
            return category(one.categoryCode(), language) + (english ? " in " : " i ") + municipality(one.code());
        }
        Area.Circle circle = (Area.Circle) area;
        String place = circle.place() == null || circle.place().isBlank()
                ? String.format(
                        Locale.ROOT,
                        "%.4f, %.4f",
                        circle.centre().lat(),
                        circle.centre().lon())
                : circle.place();
        return distance(circle.metres(), language) + (english ? " around " : " runt ") + place;
    }

    /** "300 m", "2,5 km". */
    public static String distance(int metres, Language language) {
        if (metres < 1_000) {
            return metres + " m";
        }
        String form = metres % 1_000 == 0 ? "%.0f km" : "%.1f km";
        return String.format(language.locale(), form, metres / 1_000.0);
    }

    /** The page that shows the area's reports, with the host. */
    public String page(Area area) {
        if (area instanceof Area.WholeMunicipality whole) {
            return service.link("/kommun/" + slug(whole.code()));
        }
        if (area instanceof Area.CategoryIn one) {
            return municipalities
                    .find(one.code())
                    .map(place -> map(place.centre(), TOWN) + "&category=" + one.categoryCode())
                    .orElseGet(() -> service.link("/karta"));
        }
        Area.Circle circle = (Area.Circle) area;
        return map(circle.centre(), zoom(circle));
    }

    /** So close that a map of usual size shows all of the circle. */
    public static int zoom(Area.Circle circle) {
        double pixel = METRES_A_PIXEL * Math.cos(Math.toRadians(circle.centre().lat()));
        int zoom = (int) Math.floor(Math.log(pixel * PIXELS / (2.0 * circle.metres())) / Math.log(2));
        return Math.max(5, Math.min(18, zoom));
    }

    private String map(Position middle, int zoom) {
        return service.link(
                String.format(Locale.ROOT, "/karta?lat=%.6f&lon=%.6f&z=%d", middle.lat(), middle.lon(), zoom));
    }

    /** The feed of the area's reports, from the root. */
    public String feed(Area area) {
        if (area instanceof Area.WholeMunicipality whole) {
            return "/atom/kommun/" + slug(whole.code());
        }
        if (area instanceof Area.CategoryIn one) {
            return "/atom/kommun/" + slug(one.code()) + "/" + one.categoryCode();
        }
        Area.Circle circle = (Area.Circle) area;
        return String.format(
                Locale.ROOT,
                "/atom/cirkel/%.6f,%.6f/%d",
                circle.centre().lat(),
                circle.centre().lon(),
                circle.metres());
    }

    private String municipality(String code) {
        return municipalities.find(code).map(Municipality::name).orElse(code);
    }

    private String slug(String code) {
        return municipalities.find(code).map(Municipality::slug).orElse(code);
    }

    private String category(String code, Language language) {
        return categories.find(code).map(one -> one.name(language)).orElse(code);
    }
}
