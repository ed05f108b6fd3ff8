package se.fixamingata.web.export;

import java.util.List;

/**
 * One report in words, as it is to stand on paper.
 *
 * @param map PNG; empty when it could not be drawn
 * @param photos JPEGs
 */
record CasePage(
        String number,
        String title,
        List<Fact> facts,
        String description,
        byte[] map,
        List<byte[]> photos,
        List<Event> events,
        Words words) {

    record Fact(String name, String value) {}

    /**
     * @param when and by whom
     * @param text null for none
     */
    record Event(String what, String when, String text, List<byte[]> photos) {}

    /** The page's own headings. */
    record Words(String description, String history, String printed) {}

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "CasePage[" + number + "]";
    }
}
