package se.fixamingata.moderation;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import se.fixamingata.report.Report;
import se.fixamingata.shared.TypedText;
import se.fixamingata.update.ReportUpdate;

/**
 * The words of a report or an update that may be changed.
 *
 * @param title null for an update
 * @param text a report's description, an update's text
 * @param name of who wrote it; null when there is none, which stays so
 * @param showName whether the name stands on the page
 */
public record Wording(String title, String text, String name, boolean showName) implements Serializable {

    static Wording of(Found found) {
        return found.update() == null ? of(found.report()) : of(found.update());
    }

    static Wording of(Report report) {
        return new Wording(
                report.title(),
                report.description(),
                report.reporter().name(),
                report.reporter().showsName());
    }

    static Wording of(ReportUpdate update) {
        return new Wording(null, update.text(), update.name(), update.showsName());
    }

    /** As it can be stored: no control characters, no blanks around it. Too long stays too long. */
    Wording cleaned() {
        return new Wording(
                TypedText.line(title, Report.TITLE_MAX + 1),
                TypedText.lines(text, ReportUpdate.TEXT_MAX + 1),
                TypedText.line(name, WordingRules.NAME_MAX + 1),
                showName);
    }

    /** Tells these words from others: what a form was filled in from. */
    public String fingerprint() {
        try {
            byte[] all = String.join("\0", List.of(text(title), text(text), text(name), Boolean.toString(showName)))
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(String orNull) {
        return Objects.requireNonNullElse(orNull, "");
    }
}
