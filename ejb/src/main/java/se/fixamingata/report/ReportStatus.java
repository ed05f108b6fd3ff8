package se.fixamingata.report;

import static se.fixamingata.report.StatusGroup.CLOSED;
import static se.fixamingata.report.StatusGroup.OPEN;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a report stands, and where it may go from there (product.md, section 8). Passed on is not closed, and closed is not fixed.
 *
 * <p>Whether strangers may see a report is not a status: see {@link Visibility}.
 */
public enum ReportStatus {
    /** Sent, but nobody has shown that the address is theirs; invisible, deleted after 30 days. */
    UNCONFIRMED(OPEN),
    REPORTED(OPEN),
    INVESTIGATING(OPEN),
    PLANNED(OPEN),
    IN_PROGRESS(OPEN),
    /** Passed on to whoever is responsible; still open, because the fault is still there. */
    FORWARDED(OPEN),
    FIXED(StatusGroup.FIXED),
    NO_ACTION(CLOSED),
    NOT_RESPONSIBLE(CLOSED),
    /** The same fault as another report, which it follows from then on. */
    DUPLICATE(CLOSED);

    private static final Set<ReportStatus> OPEN_AND_CONFIRMED =
            EnumSet.of(REPORTED, INVESTIGATING, PLANNED, IN_PROGRESS, FORWARDED);

    private static final Map<ReportStatus, Set<ReportStatus>> SUCCESSORS = successors();

    private final StatusGroup group;

    ReportStatus(StatusGroup group) {
        this.group = group;
    }

    public StatusGroup group() {
        return group;
    }

    /** As it stands in URLs, in our JSON and in message keys: {@code in_progress}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with that code; empty when there is none. */
    public static Optional<ReportStatus> find(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }

    public boolean mayBecome(ReportStatus next) {
        return SUCCESSORS.get(this).contains(next);
    }

    /** A closing says why: these need a text. */
    public boolean needsText() {
        return group == CLOSED;
    }

    private static Map<ReportStatus, Set<ReportStatus>> successors() {
        Map<ReportStatus, Set<ReportStatus>> table = new EnumMap<>(ReportStatus.class);
        table.put(UNCONFIRMED, EnumSet.of(REPORTED));
        for (ReportStatus open : OPEN_AND_CONFIRMED) {
            Set<ReportStatus> next = EnumSet.copyOf(OPEN_AND_CONFIRMED);
            next.remove(open);
            next.addAll(EnumSet.of(FIXED, NO_ACTION, NOT_RESPONSIBLE, DUPLICATE));
            table.put(open, next);
        }
        table.put(FIXED, EnumSet.of(REPORTED, IN_PROGRESS));
        table.put(NO_ACTION, EnumSet.of(REPORTED));
        table.put(NOT_RESPONSIBLE, EnumSet.of(REPORTED));
        table.put(DUPLICATE, EnumSet.of(REPORTED));
        return table;
    }
}
