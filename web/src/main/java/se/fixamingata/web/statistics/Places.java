package se.fixamingata.web.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.position.Position;
import se.fixamingata.statistics.reading.Area;

/** The country, the counties and the municipalities, by what stands for them in addresses. */
@ApplicationScoped
public class Places {

    private static final Place COUNTRY = new Place(Area.COUNTRY, "", "/statistik", "", Position.of(62.4, 16.3), 5);

    private static final int COUNTY_ZOOM = 8;
    private static final int MUNICIPALITY_ZOOM = 11;

    private Municipalities municipalities;

    /** For the container. */
    protected Places() {}

    @Inject
    public Places(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    Place country() {
        return COUNTRY;
    }

    /** By slug or four-digit code. */
    Optional<Place> municipality(String slugOrCode) {
        return municipalities.bySlugOrCode(slugOrCode).map(Places::of);
    }

    /** By two-digit code or name in addresses, {@code varmland}. */
    Optional<Place> county(String slugOrCode) {
        return counties().stream()
                .filter(one -> one.inAddress().equals(slugOrCode) || one.path().endsWith("/" + slugOrCode))
                .findFirst();
    }

    /** As a form says it: empty for the country, a county's code, a municipality's slug. */
    Optional<Place> chosen(String value) {
        return value == null || value.isEmpty()
                ? Optional.of(COUNTRY)
                : value.matches("\\d{2}") ? county(value) : municipality(value);
    }

    /** By code, as they are listed everywhere. */
    List<Place> counties() {
        return municipalities.all().stream()
                .collect(Collectors.groupingBy(Municipality::countyCode, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Places::county)
                .toList();
    }

    /** By name. */
    List<Place> municipalities() {
        return municipalities.all().stream().map(Places::of).toList();
    }

    /** The county that a municipality lies in. */
    Optional<Place> around(Place municipality) {
        return municipalities.find(municipality.area().code()).flatMap(one -> county(one.countyCode()));
    }

    private static Place of(Municipality one) {
        return new Place(
                Area.of(one.code()),
                one.name(),
                "/statistik/" + one.slug(),
                one.slug(),
                one.centre(),
                MUNICIPALITY_ZOOM);
    }

    private static Place county(List<Municipality> members) {
        Municipality any = members.get(0);
        double lat = members.stream()
                .mapToDouble(one -> one.centre().lat())
                .average()
                .orElse(0);
        double lon = members.stream()
                .mapToDouble(one -> one.centre().lon())
                .average()
                .orElse(0);
        return new Place(
                Area.of(any.countyCode()),
                any.county(),
                "/statistik/lan/" + slug(any.county()),
                any.countyCode(),
                Position.of(rounded(lat), rounded(lon)),
                COUNTY_ZOOM);
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 100) / 100.0;
    }

    /** {@code varmland} for Värmlands län, {@code dalarna} for Dalarnas län. */
    static String slug(String county) {
        String plain = Normalizer.normalize(county.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
        return plain.replaceFirst("s? lan$", "").replaceAll("[^a-z0-9]+", "-");
    }
}
