package se.fixamingata.web.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.NearestAddress;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.position.Position;
import se.fixamingata.shared.Language;
import se.fixamingata.subscription.Area;
import se.fixamingata.subscription.AreaNames;
import se.fixamingata.web.security.CurrentLanguage;

/** What of the country somebody wants to watch, as it stands in the address or in the posted form. Nothing of it is believed. */
@Named("areaForm")
@RequestScoped
public class AreaForm {

    static final String MUNICIPALITY = "kommun";
    static final String CIRCLE = "cirkel";

    private static final int[] RADII = {100, 250, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000};
    private static final int USUAL = 1_000;
    private static final Position SWEDEN = Position.of(62.4, 16.3);

    @Inject
    HttpServletRequest request;

    @Inject
    Municipalities municipalities;

    @Inject
    Categories categories;

    @Inject
    Boundaries boundaries;

    @Inject
    NearestAddress nearest;

    @Inject
    CurrentLanguage language;

    /** {@value #MUNICIPALITY} or {@value #CIRCLE}: which of the two forms is shown. */
    public String getKind() {
        String asked = parameter("typ");
        boolean circle = CIRCLE.equals(asked) || asked.isEmpty() && getPlace() != null;
        return circle ? CIRCLE : MUNICIPALITY;
    }

    /** {@code page} for the form that is shown, for {@code aria-current}; else null. */
    public String current(String kind) {
        return getKind().equals(kind) ? "page" : null;
    }

    /** Slug of the chosen municipality; empty for none. */
    public String getMunicipality() {
        return municipality().map(Municipality::slug).orElse("");
    }

    /** Code of the chosen category; empty for all. */
    public String getCategory() {
        return category().map(Category::code).orElse("");
    }

    public List<Municipality> getMunicipalities() {
        return municipalities.all();
    }

    /** Codes and names. */
    public List<Map.Entry<String, String>> getCategories() {
        Language reader = language.get();
        return categories.all().stream()
                .map(one -> Map.entry(one.code(), one.name(reader)))
                .toList();
    }

    /** The circle's middle; null when none is chosen. */
    public Position getPlace() {
        try {
            return Position.find(Double.parseDouble(parameter("lat")), Double.parseDouble(parameter("lon")))
                    .orElse(null);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** Metres. */
    public int getRadius() {
        return radius().orElse(USUAL);
    }

    /** The radii to choose from, with the chosen one; metres and words. */
    public List<Map.Entry<Integer, String>> getRadii() {
        return IntStream.concat(IntStream.of(RADII), IntStream.of(getRadius()))
                .distinct()
                .sorted()
                .mapToObj(metres -> Map.entry(metres, AreaNames.distance(metres, language.get())))
                .toList();
    }

    /** Where the map opens. */
    public Position getCentre() {
        return getPlace() == null ? SWEDEN : getPlace();
    }

    /** How close it opens: the circle fits. */
    public int getZoom() {
        return getPlace() == null ? 5 : AreaNames.zoom(new Area.Circle(getPlace(), getRadius(), ""));
    }

    /** What is chosen; empty when {@link #problem} says why not. May ask for the address of the place: not within a transaction. */
    Optional<Area> area() {
        return bare().map(area -> area instanceof Area.Circle circle
                ? new Area.Circle(circle.centre(), circle.metres(), words(circle.centre()))
                : area);
    }

    /** The same, a circle without words for its middle. */
    Optional<Area> bare() {
        if (problem().isPresent()) {
            return Optional.empty();
        }
        if (getKind().equals(CIRCLE)) {
            return Optional.of(new Area.Circle(getPlace(), getRadius(), ""));
        }
        String code = municipality().orElseThrow().code();
        return Optional.of(category()
                .<Area>map(one -> new Area.CategoryIn(code, one.code()))
                .orElseGet(() -> new Area.WholeMunicipality(code)));
    }

    /** Ours and nobody's who typed them: they stand in a mail to an address that anybody can type. */
    private String words(Position place) {
        return nearest.at(place)
                .or(() -> boundaries
                        .locate(place)
                        .flatMap(at -> municipalities.find(at.area().code()))
                        .map(Municipality::name))
                .orElse("");
    }

    /** Key of what is wrong with the choice; empty when nothing is. */
    Optional<String> problem() {
        if (getKind().equals(MUNICIPALITY)) {
            return municipality().isEmpty() ? Optional.of("prenumerera.problem.municipality") : Optional.empty();
        }
        if (getPlace() == null) {
            return Optional.of("prenumerera.problem.place");
        }
        if (boundaries.locate(getPlace()).isEmpty()) {
            return Optional.of("prenumerera.problem.outside");
        }
        return radius().isEmpty() ? Optional.of("prenumerera.problem.radius") : Optional.empty();
    }

    private Optional<Municipality> municipality() {
        return Optional.of(parameter("kommun"))
                .filter(named -> !named.isEmpty())
                .flatMap(municipalities::bySlugOrCode);
    }

    private Optional<Category> category() {
        return categories.find(parameter("kategori"));
    }

    private Optional<Integer> radius() {
        String typed = parameter("radie");
        if (typed.isEmpty()) {
            return Optional.of(USUAL);
        }
        return Optional.of(typed)
                .filter(digits -> digits.matches("\\d{3,5}"))
                .map(Integer::valueOf)
                .filter(metres -> metres >= Area.NEAREST && metres <= Area.FARTHEST);
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null || value.length() > 100 ? "" : value.strip();
    }
}
