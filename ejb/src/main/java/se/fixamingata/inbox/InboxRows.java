package se.fixamingata.inbox;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;
import se.fixamingata.shared.SqlTime;

/** What a list shows of reports whose numbers are known; who asks has made sure that they may be seen. */
final class InboxRows {

    private static final String SQL = "select r.id, r.title, r.category_code, r.status, r.priority, r.assignee_id,"
            + " coalesce(nullif(a.name, ''), a.email), " + SqlTime.micros("r.confirmed_at") + ", "
            + SqlTime.micros("r.changed_at")
            + ", cast(r.expected_on as char), cast(r.answer_due_on as char), cast(r.solve_due_on as char), "
            + SqlTime.micros("r.answered_at")
            + ", " + SqlTime.micros("r.news_at") + ", " + SqlTime.micros("r.waiting_until")
            + ", r.visibility, r.thumbnail, r.address, r.lat, r.lon,"
            + " (select count(*) from report merged where merged.duplicate_of = r.id),"
            + " exists (select 1 from delivery where delivery.report_id = r.id"
            + " and delivery.authority_code = r.authority_code and " + InboxCondition.STUCK + ")"
            + " or exists (select 1 from notification where notification.report_id = r.id and "
            + InboxCondition.STUCK_WORDS + ")"
            + " from (";
    private static final String JOINED =
            ") as page join report r on r.id = page.found left join account a on a.id = r.assignee_id";

    private InboxRows() {}

    /** What the page of numbers (column {@code found}) stands for, in that order; {@code bind} sets the values of both. */
    @SuppressWarnings("unchecked")
    static List<InboxRow> read(EntityManager em, String page, String order, Consumer<Query> bind) {
        Query query = em.createNativeQuery(SQL + page + JOINED + " order by " + order);
        bind.accept(query);
        List<Object[]> rows = query.getResultList();
        return rows.stream().map(InboxRows::row).toList();
    }

    /** Those, in that order, without any that are gone. */
    static List<InboxRow> read(EntityManager em, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        String page = "select id as found from report where id in (" + marks + ")";
        return read(em, page, "field(r.id, " + marks + ")", query -> {
            for (int i = 0; i < ids.size(); i++) {
                query.setParameter(i + 1, ids.get(i));
                query.setParameter(ids.size() + i + 1, ids.get(i));
            }
        });
    }

    private static InboxRow row(Object[] row) {
        return new InboxRow(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                ReportStatus.valueOf((String) row[3]),
                Priority.valueOf((String) row[4]),
                row[5] == null ? null : ((Number) row[5]).longValue(),
                (String) row[6],
                SqlTime.instant(row[7]),
                SqlTime.instant(row[8]),
                day(row[9]),
                day(row[10]),
                day(row[11]),
                SqlTime.instant(row[12]),
                SqlTime.instant(row[13]),
                SqlTime.instant(row[14]),
                Visibility.valueOf((String) row[15]),
                (String) row[16],
                (String) row[17],
                ((Number) row[18]).doubleValue(),
                ((Number) row[19]).doubleValue(),
                ((Number) row[20]).intValue(),
                isTrue(row[21]));
    }

    private static LocalDate day(Object text) {
        return text == null ? null : LocalDate.parse((String) text);
    }

    private static boolean isTrue(Object value) {
        return value instanceof Boolean yes ? yes : ((Number) value).intValue() != 0;
    }
}
