package se.fixamingata.it.handling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.it.Resident;

/** What the tests of a report's page have in common. */
final class Cases {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private Cases() {}

    static String path(long report) {
        return "/handlaggning/rapport/" + report;
    }

    /** The fields of one of the page's forms, filled in from the page as it is now. */
    static Map<String, String> form(Resident caseworker, long report, String action) {
        String page = caseworker.get(path(report)).body();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("action", action);
        fields.put("version", version(page));
        return fields;
    }

    /** The version that the forms of that page start from. */
    static String version(String page) {
        Matcher found = VERSION.matcher(page);
        if (!found.find()) {
            throw new AssertionError("No version on the page:\n" + page);
        }
        return found.group(1);
    }
}
