package se.fixamingata.report;

import java.util.Objects;
import se.fixamingata.position.Position;

/**
 * Where a report is and who answers for it there.
 *
 * @param address the nearest address in words, or null when nothing is known
 */
public record ReportPlace(Position position, String municipalityCode, String authorityCode, String address) {

    public ReportPlace {
        Objects.requireNonNull(position, "A report has a position");
        Objects.requireNonNull(municipalityCode, "A report lies in a municipality");
        Objects.requireNonNull(authorityCode, "A report has an authority");
    }
}
