package se.fixamingata.web.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages of the rail, and which of them an address belongs to. */
final class DeskRail {

    private static final Map<String, String> PAGES = pages();

    private DeskRail() {}

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/handlaggning/start", "desk.rail.start");
        pages.put("/handlaggning", "desk.rail.inbox");
        pages.put("/handlaggning/granskning", "desk.rail.review");
        pages.put("/handlaggning/svarsmallar", "desk.rail.answers");
        pages.put("/handlaggning/personal", "desk.rail.staff");
        pages.put("/handlaggning/logg", "desk.rail.log");
        pages.put("/handlaggning/guide", "desk.rail.guide");
        return pages;
    }

    /** All entries; the one with the longest path that the address lies at or below is current. */
    static List<DeskEntry> entries(String address) {
        String current = PAGES.keySet().stream()
                .filter(path -> address.equals(path) || address.startsWith(path + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return PAGES.entrySet().stream()
                .map(page -> new DeskEntry(
                        page.getKey(), page.getValue(), page.getKey().equals(current) ? "page" : null))
                .toList();
    }
}
