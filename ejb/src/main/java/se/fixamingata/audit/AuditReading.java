package se.fixamingata.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.shared.SqlTime;

/**
 * Reads the trail, newest first, a page at a time: by time and number, so that the last page of a million costs what the first does.
 * Who may read what is decided by whoever asks.
 *
 * <p>Names come from the accounts as they are now, joined by number: this package knows no accounts, which are written about by it.
 */
@ApplicationScoped
public class AuditReading {

    private static final String SELECT = "select e.id, " + SqlTime.micros("e.at")
            + ", e.actor, e.account_id, a.name, a.email, e.authority_code, e.action, e.subject,"
            + " coalesce(i.email, case when s.name = '' then s.email else s.name end), e.detail, e.before_value, e.after_value"
            + " from audit_entry e left join account a on a.id = e.account_id"
            + " left join account s on s.id = case when e.subject like 'account:%'"
            + " then cast(substring(e.subject, 9) as unsigned) end"
            + " left join invitation i on i.id = case when e.subject like 'invitation:%'"
            + " then cast(substring(e.subject, 12) as unsigned) end";

    /** Actions whose values are accounts' numbers. */
    private static final Set<String> OF_ACCOUNTS = Set.of("report.assigned");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    @Inject
    EntityManager em;

    /** For the container. */
    public AuditReading() {}

    /** For tests. */
    public AuditReading(EntityManager em) {
        this.em = em;
    }

    /**
     * @param after the page begins below it; null for the newest
     * @param most lines
     */
    public List<AuditLine> page(AuditFilter filter, AuditPlace after, int most) {
        Where where = new Where();
        where.and("e.at >= ?", SqlTime.text(filter.from()));
        where.and("e.at < ?", SqlTime.text(filter.until()));
        if (filter.authorityCode() != null) {
            where.and("e.authority_code = ?", filter.authorityCode());
        }
        if (filter.accountId() != null) {
            where.and("e.account_id = ?", filter.accountId());
        }
        if (!filter.who().isEmpty()) {
            String part = "%" + escaped(filter.who()) + "%";
            where.and("(a.name like ? or a.email like ? or e.actor = ?)", part, part, filter.who());
        }
        if (!filter.noun().isEmpty()) {
            where.and("e.action like ?", escaped(filter.noun()) + ".%");
        }
        if (!filter.subject().isEmpty()) {
            where.and("e.subject = ?", filter.subject());
        }
        if (after != null) {
            String at = SqlTime.text(after.at());
            where.and("e.at <= ?", at);
            where.and("(e.at < ? or e.id < ?)", at, after.id());
        }
        Query query = em.createNativeQuery(SELECT + where.sql + " order by e.at desc, e.id desc")
                .setMaxResults(most);
        for (int i = 0; i < where.values.size(); i++) {
            query.setParameter(i + 1, where.values.get(i));
        }
        List<AuditLine> lines = new ArrayList<>();
        for (Object row : query.getResultList()) {
            lines.add(line((Object[]) row));
        }
        return named(lines);
    }

    /** With names where values are accounts' numbers. */
    private List<AuditLine> named(List<AuditLine> lines) {
        Set<Long> numbers = lines.stream()
                .filter(line -> OF_ACCOUNTS.contains(line.action()))
                .flatMap(line -> Stream.of(line.before(), line.after()))
                .filter(value -> value != null && NUMBER.matcher(value).matches())
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        if (numbers.isEmpty()) {
            return lines;
        }
        Map<String, String> names = new HashMap<>();
        String list = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        for (Object row : em.createNativeQuery(
                        "select id, case when name = '' then email else name end from account where id in (" + list
                                + ")")
                .getResultList()) {
            Object[] account = (Object[]) row;
            names.put(account[0].toString(), (String) account[1]);
        }
        return lines.stream()
                .map(line -> OF_ACCOUNTS.contains(line.action())
                        ? line.changing(
                                names.getOrDefault(line.before(), line.before()),
                                names.getOrDefault(line.after(), line.after()))
                        : line)
                .toList();
    }

    private static AuditLine line(Object[] row) {
        return new AuditLine(
                ((Number) row[0]).longValue(),
                SqlTime.instant(row[1]),
                (String) row[2],
                row[3] == null ? null : ((Number) row[3]).longValue(),
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[9],
                (String) row[10],
                (String) row[11],
                (String) row[12]);
    }

    /** As it is, in a pattern. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Conditions, all of them to be met, with their values in order. */
    private static final class Where {

        private final List<Object> values = new ArrayList<>();
        private String sql = "";

        void and(String condition, Object... of) {
            sql += (sql.isEmpty() ? " where " : " and ") + condition;
            values.addAll(List.of(of));
        }
    }
}
