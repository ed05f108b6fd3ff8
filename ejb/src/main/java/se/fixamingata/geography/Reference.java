package se.fixamingata.geography;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * The reference data that answer questions (not those that are only drawn), read once and immutable.
 *
 * @param municipalities the 290 in order of their codes
 * @param boundaries their ground by code, in the same order
 * @param places merged, most important first
 * @param postcodes in order of their digits
 * @param foreignLand the neighbouring countries, where the boundaries end at the shore; else empty
 * @param streets streets and houses, where the data hold them
 */
record Reference(
        Map<String, MunicipalityRow> municipalities,
        List<Shapes.AreaShape> boundaries,
        List<Place> places,
        List<Postcode> postcodes,
        List<Street> streets,
        List<Geometry> foreignLand,
        List<Attribution> attributions,
        boolean approximate) {

    MunicipalityFacts facts(String code) {
        return municipalities.get(code).facts();
    }
}
