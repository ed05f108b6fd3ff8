package se.fixamingata.report;

import java.util.Objects;

/** What is wrong: category code, title (5 to 100 characters), description (10 to 4,000 characters). */
public record ReportContent(String categoryCode, String title, String description) {

    public ReportContent {
        Objects.requireNonNull(categoryCode, "A report has a category");
        requireLength(title, Report.TITLE_MIN, Report.TITLE_MAX);
        requireLength(description, Report.DESCRIPTION_MIN, Report.DESCRIPTION_MAX);
    }

    private static void requireLength(String text, int min, int max) {
        // As the database counts: an emoji is one.
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            throw new IllegalArgumentException("Length " + length + " is not between " + min + " and " + max);
        }
    }
}
