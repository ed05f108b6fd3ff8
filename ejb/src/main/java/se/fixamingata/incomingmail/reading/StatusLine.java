package se.fixamingata.incomingmail.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.report.ReportStatus;

/**
 * The line {@code Status: Åtgärdad} in a reply.
 *
 * @param status what it means; empty for a word that is not understood, or that does not say it all ("avslutad": mended or not?)
 * @param word as it stands there
 * @param rest the text without the line
 */
record StatusLine(Optional<ReportStatus> status, String word, String rest) {

    private static final Pattern LINE = Pattern.compile(
            "(?iu)^[\\s*_>-]{0,5}(ny |new )?status[\\s*_]{0,3}[:=][\\s*_]{0,5}(.{1,60}?)[\\s*_.!]{0,5}$");

    private static final Map<String, ReportStatus> WORDS = Map.ofEntries(
            Map.entry("rapporterad", ReportStatus.REPORTED),
            Map.entry("öppnad igen", ReportStatus.REPORTED),
            Map.entry("reported", ReportStatus.REPORTED),
            Map.entry("under utredning", ReportStatus.INVESTIGATING),
            Map.entry("utreds", ReportStatus.INVESTIGATING),
            Map.entry("investigating", ReportStatus.INVESTIGATING),
            Map.entry("planerad", ReportStatus.PLANNED),
            Map.entry("planerat", ReportStatus.PLANNED),
            Map.entry("planeras", ReportStatus.PLANNED),
            Map.entry("planned", ReportStatus.PLANNED),
            Map.entry("pågår", ReportStatus.IN_PROGRESS),
            Map.entry("pågående", ReportStatus.IN_PROGRESS),
            Map.entry("påbörjad", ReportStatus.IN_PROGRESS),
            Map.entry("påbörjat", ReportStatus.IN_PROGRESS),
            Map.entry("in progress", ReportStatus.IN_PROGRESS),
            Map.entry("vidarebefordrad", ReportStatus.FORWARDED),
            Map.entry("vidarebefordrat", ReportStatus.FORWARDED),
            Map.entry("forwarded", ReportStatus.FORWARDED),
            Map.entry("åtgärdad", ReportStatus.FIXED),
            Map.entry("åtgärdat", ReportStatus.FIXED),
            Map.entry("fixad", ReportStatus.FIXED),
            Map.entry("lagad", ReportStatus.FIXED),
            Map.entry("lagat", ReportStatus.FIXED),
            Map.entry("fixed", ReportStatus.FIXED),
            Map.entry("ingen åtgärd", ReportStatus.NO_ACTION),
            Map.entry("no action", ReportStatus.NO_ACTION),
            Map.entry("no further action", ReportStatus.NO_ACTION),
            Map.entry("inte vårt ansvar", ReportStatus.NOT_RESPONSIBLE),
            Map.entry("ej vårt ansvar", ReportStatus.NOT_RESPONSIBLE),
            Map.entry("not our responsibility", ReportStatus.NOT_RESPONSIBLE));

    /** The first such line; empty when there is none. */
    static Optional<StatusLine> find(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher found = LINE.matcher(lines.get(i).length() > 200 ? "" : lines.get(i));
            if (found.matches()) {
                List<String> rest = new ArrayList<>(lines);
                rest.remove(i);
                String word = found.group(2).strip();
                return Optional.of(
                        new StatusLine(read(word), word, String.join("\n", rest).strip()));
            }
        }
        return Optional.empty();
    }

    private static Optional<ReportStatus> read(String word) {
        String plain = word.toLowerCase(Locale.ROOT)
                .replaceAll("[”“\"'’]", "")
                .replaceAll("\\s+", " ")
                .strip();
        return Optional.ofNullable(WORDS.get(plain)).or(() -> ReportStatus.find(plain.replace(' ', '_'))
                .filter(status -> status != ReportStatus.UNCONFIRMED && status != ReportStatus.DUPLICATE));
    }
}
