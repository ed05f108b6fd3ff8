package se.fixamingata.open311.server;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;

/** A report's status in a client's words: {@code open} and {@code closed}, or the extended ones for those who want them. */
final class RequestStatus {

    private static final Map<ReportStatus, String> EXTENDED = Map.of(
            ReportStatus.REPORTED, "OPEN",
            ReportStatus.INVESTIGATING, "INVESTIGATING",
            ReportStatus.PLANNED, "PLANNED",
            ReportStatus.IN_PROGRESS, "IN_PROGRESS",
            ReportStatus.FORWARDED, "INTERNAL_REFERRAL",
            ReportStatus.FIXED, "FIXED",
            ReportStatus.NO_ACTION, "NO_FURTHER_ACTION",
            ReportStatus.NOT_RESPONSIBLE, "NOT_COUNCILS_RESPONSIBILITY",
            ReportStatus.DUPLICATE, "DUPLICATE");

    private RequestStatus() {}

    /** @param extended whether the client takes more than the two */
    static String of(ReportStatus status, boolean extended) {
        if (extended) {
            return EXTENDED.get(status);
        }
        return status.group() == StatusGroup.OPEN ? "open" : "closed";
    }

    /** What a client asks for by that word, however it is written; empty when it is none. {@code open} is everything that is not closed. */
    static Optional<Set<ReportStatus>> named(String word) {
        String upper = word.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        if (upper.equals("OPEN") || upper.equals("CLOSED")) {
            return Optional.of(confirmed(upper.equals("OPEN")));
        }
        Set<ReportStatus> found = EXTENDED.entrySet().stream()
                .filter(entry -> entry.getValue().equals(upper))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReportStatus.class)));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private static Set<ReportStatus> confirmed(boolean open) {
        return Arrays.stream(ReportStatus.values())
                .filter(status -> status != ReportStatus.UNCONFIRMED)
                .filter(status -> (status.group() == StatusGroup.OPEN) == open)
                .collect(Collectors.toSet());
    }

    /** All extended words, for a refusal. */
    static String extended() {
        return EXTENDED.values().stream().sorted().collect(Collectors.joining(", "));
    }
}
