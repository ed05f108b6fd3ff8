package se.fixamingata.handling.mail;

import java.util.EnumMap;
import java.util.Map;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.Language;

/** What the statuses are called in mails: as on the pages. */
public final class StatusWords {

    private static final Map<ReportStatus, String> SWEDISH = new EnumMap<>(Map.of(
            ReportStatus.UNCONFIRMED, "Väntar på bekräftelse",
            ReportStatus.REPORTED, "Rapporterad",
            ReportStatus.INVESTIGATING, "Under utredning",
            ReportStatus.PLANNED, "Planerad",
            ReportStatus.IN_PROGRESS, "Pågår",
            ReportStatus.FORWARDED, "Vidarebefordrad",
            ReportStatus.FIXED, "Åtgärdad",
            ReportStatus.NO_ACTION, "Ingen åtgärd",
            ReportStatus.NOT_RESPONSIBLE, "Inte vårt ansvar",
            ReportStatus.DUPLICATE, "Dubblett"));

    private static final Map<ReportStatus, String> ENGLISH = new EnumMap<>(Map.of(
            ReportStatus.UNCONFIRMED, "Waiting for confirmation",
            ReportStatus.REPORTED, "Reported",
            ReportStatus.INVESTIGATING, "Under investigation",
            ReportStatus.PLANNED, "Planned",
            ReportStatus.IN_PROGRESS, "In progress",
            ReportStatus.FORWARDED, "Forwarded",
            ReportStatus.FIXED, "Fixed",
            ReportStatus.NO_ACTION, "Will not be mended",
            ReportStatus.NOT_RESPONSIBLE, "Not the municipality’s responsibility",
            ReportStatus.DUPLICATE, "Duplicate"));

    private StatusWords() {}

    /** Empty for null. */
    public static String of(ReportStatus status, Language language) {
        return status == null ? "" : (language == Language.EN ? ENGLISH : SWEDISH).get(status);
    }
}
