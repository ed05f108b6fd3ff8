package se.fixamingata.geography;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The postcodes in memory, in order. Immutable. */
final class Postcodes {

    private static final int ZOOM = 13;

    private final List<Postcode> inOrder;
    private final Map<String, MunicipalityRow> municipalities;
    private final Map<String, Integer> placeOf;

    Postcodes(Reference reference) {
        this.inOrder = reference.postcodes();
        this.municipalities = reference.municipalities();
        this.placeOf = java.util.stream.IntStream.range(0, inOrder.size())
                .boxed()
                .collect(Collectors.toMap(i -> inOrder.get(i).digits(), i -> i, (first, second) -> first));
    }

    /** The code with those five digits, or those that begin with fewer; at most that many. */
    List<PlaceHit> beginning(String digits, int limit) {
        Integer exact = placeOf.get(digits);
        if (exact != null) {
            return List.of(hit(inOrder.get(exact)));
        }
        return digits.length() >= 5
                ? List.of()
                : inOrder.stream()
                        .filter(code -> code.digits().startsWith(digits))
                        .limit(limit)
                        .map(this::hit)
                        .toList();
    }

    private PlaceHit hit(Postcode code) {
        MunicipalityRow municipality = municipalities.get(code.municipalityCode());
        MunicipalityFacts facts = municipality.facts();
        String town = code.locality().equals(facts.name()) ? "" : facts.name() + ", ";
        return new PlaceHit(
                code.spaced() + " " + code.locality() + ", " + town + facts.county(),
                PlaceKind.POSTCODE,
                code.position(),
                ZOOM,
                facts.code(),
                facts.name(),
                facts.county(),
                PlaceHit.APPROXIMATE,
                code.atMunicipalityCentre() ? municipality.seat() : code.locality());
    }
}
