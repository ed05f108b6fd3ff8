package se.fixamingata.web.reporting;

import java.util.List;
import se.fixamingata.geography.Area;

/**
 * The chosen place as the page tells it.
 *
 * @param address in words, or null while nobody has looked it up
 * @param area the municipality that holds it
 * @param counterpart the municipality that is asked: that one, or the neighbour chosen instead
 * @param choices both and the other neighbours within 200 m; empty when there is nothing to choose
 * @param nearStateRoad whether Trafikverket may be responsible
 * @param refusal where that municipality wants to have reports instead, in words; null when it takes them here
 * @param refusalUrl the page for that, or null
 */
public record PlaceView(
        double lat,
        double lon,
        String address,
        Area area,
        Area counterpart,
        List<Area> choices,
        boolean nearStateRoad,
        String refusal,
        String refusalUrl) {}
