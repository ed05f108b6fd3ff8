package se.fixamingata.export;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.inbox.InboxQuery;
import se.fixamingata.inbox.InboxView;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Source;
import se.fixamingata.report.Visibility;
import se.fixamingata.shared.SqlTime;

/** Reading an authority's reports for a file, a portion at a time. */
@Stateless
public class Exports {

    /** Most reports in a file. */
    public static final int MOST = 100_000;

    /** Reports read at a time. */
    public static final int PORTION = 1_000;

    private static final String COLUMNS =
            "r.id, r.title, r.description, r.category_code, r.status, r.priority, r.visibility, r.municipality_code,"
                    + " r.address, r.lat, r.lon, r.source, " + SqlTime.micros("r.confirmed_at") + ", "
                    + SqlTime.micros("r.changed_at") + ", " + SqlTime.micros("r.answered_at")
                    + ", cast(r.answer_due_on as char), cast(r.solve_due_on as char), cast(r.expected_on as char), a.name,"
                    + " r.duplicate_of";

    private static final String PERSON = ", r.reporter_name, r.reporter_email, r.reporter_phone";

    @Inject
    EntityManager em;

    @Inject
    InboxQuery inbox;

    @Inject
    ReportAnswers answers;

    @Inject
    AuditTrail audit;

    /** For the container. */
    public Exports() {}

    /** For tests. */
    Exports(EntityManager em, InboxQuery inbox, AuditTrail audit) {
        this.em = em;
        this.inbox = inbox;
        this.answers = new ReportAnswers(em);
        this.audit = audit;
    }

    /**
     * Decides what the file will hold, and remembers who took it along: with reporters in it, it is personal data that leave.
     *
     * @param format as the audit trail names it: {@code csv}
     * @param most no more reports than that
     * @throws se.fixamingata.account.NotPermitted unless the caller may export that authority's reports
     */
    public Export begin(Caller caller, InboxView view, String format, int most) {
        String authority = view.criteria().authorityCode();
        Permissions.require(caller, Right.EXPORT, authority);
        Export export = new Export(
                authority,
                inbox.ids(caller, view, Math.min(most, MOST)),
                Permissions.may(caller, Right.SEE_REPORTER, authority));
        audit.record(
                caller.accountId(),
                authority,
                "reports.exported",
                "format:" + format,
                null,
                export.reports().size() + (export.withReporters() ? " with reporters" : ""));
        return export;
    }

    /**
     * The rows of some of the export's reports, in their order; what is another authority's by now is left out.
     *
     * @param reports at most {@link #PORTION} of them
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<ExportRow> rows(Export export, List<Long> reports) {
        if (reports.isEmpty()) {
            return List.of();
        }
        String list = reports.stream().map(String::valueOf).collect(Collectors.joining(","));
        Query query = em.createNativeQuery("select " + COLUMNS + (export.withReporters() ? PERSON : "")
                        + " from report r left join account a on a.id = r.assignee_id where r.id in (" + list
                        + ") and r.authority_code = ?")
                .setParameter(1, export.authorityCode());
        @SuppressWarnings("unchecked")
        List<Object[]> found = query.getResultList();
        Map<Long, List<GivenAnswer>> answered = answers.of(reports);
        Map<Long, ExportRow> rows = new HashMap<>();
        for (Object[] row : found) {
            long id = ((Number) row[0]).longValue();
            rows.put(id, row(row, export.withReporters(), answered.getOrDefault(id, List.of())));
        }
        return reports.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    private static ExportRow row(Object[] row, boolean withReporter, List<GivenAnswer> answers) {
        return new ExportRow(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ReportStatus.valueOf((String) row[4]),
                Priority.valueOf((String) row[5]),
                Visibility.valueOf((String) row[6]),
                (String) row[7],
                (String) row[8],
                ((Number) row[9]).doubleValue(),
                ((Number) row[10]).doubleValue(),
                Source.valueOf((String) row[11]),
                SqlTime.instant(row[12]),
                SqlTime.instant(row[13]),
                SqlTime.instant(row[14]),
                day(row[15]),
                day(row[16]),
                day(row[17]),
                (String) row[18],
                row[19] == null ? null : ((Number) row[19]).longValue(),
                withReporter ? (String) row[20] : null,
                withReporter ? (String) row[21] : null,
                withReporter ? (String) row[22] : null,
                answers);
    }

    private static LocalDate day(Object text) {
        return text == null ? null : LocalDate.parse((String) text);
    }
}
