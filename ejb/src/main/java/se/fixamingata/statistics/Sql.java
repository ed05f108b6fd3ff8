package se.fixamingata.statistics;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Source;
import se.fixamingata.report.StatusGroup;

/** Statements with their parameters in order, and the words of reports as SQL has them. */
final class Sql {

    private static final int ROWS_A_STATEMENT = 200;

    private Sql() {}

    static int run(EntityManager em, String statement, Object... parameters) {
        return query(em, statement, parameters).executeUpdate();
    }

    /** Rows of several columns. */
    @SuppressWarnings("unchecked")
    static List<Object[]> rows(EntityManager em, String select, Object... parameters) {
        return query(em, select, parameters).getResultList();
    }

    /** One column of texts. */
    static List<String> texts(EntityManager em, String select, Object... parameters) {
        return query(em, select, parameters).getResultList().stream()
                .map(Sql::text)
                .toList();
    }

    /** The driver takes a text that was put together from numbers for bytes. */
    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }

    /** Inserts those rows, many in a statement. */
    static void insert(EntityManager em, String into, List<List<Object>> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            List<List<Object>> some = rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT));
            String places = some.stream()
                    .map(row -> row.stream().map(value -> "?").collect(Collectors.joining(", ", "(", ")")))
                    .collect(Collectors.joining(", "));
            run(
                    em,
                    into + " values " + places,
                    some.stream().flatMap(List::stream).toArray());
        }
    }

    private static Query query(EntityManager em, String statement, Object... parameters) {
        Query query = em.createNativeQuery(statement);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    /** 0 for an open status, 1 for fixed, 2 for closed, null for a word that is none. */
    static String group(String status) {
        return "case"
                + Stream.of(StatusGroup.values())
                        .map(group -> " when " + status + " in (" + words(group) + ") then " + group.ordinal())
                        .collect(Collectors.joining())
                + " end";
    }

    /** All sources, to be compared with. */
    static String sources() {
        return quoted(Arrays.stream(Source.values()));
    }

    private static String words(StatusGroup group) {
        return quoted(Arrays.stream(ReportStatus.values()).filter(status -> status.group() == group));
    }

    private static String quoted(Stream<? extends Enum<?>> words) {
        return words.map(word -> "'" + word.name() + "'").collect(Collectors.joining(", "));
    }
}
