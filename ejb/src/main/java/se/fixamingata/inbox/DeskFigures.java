package se.fixamingata.inbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.deadline.Lateness;

/** What is stuck at an authority: the start page of its staff. One query counts, one finds the oldest, one reads what these are. */
@Stateless
public class DeskFigures {

    private static final int OLDEST = 5;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public DeskFigures() {}

    /** For tests. */
    public DeskFigures(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * All figures, also those that are zero, worst first. Who may not handle has nothing waiting for them.
     *
     * @throws se.fixamingata.account.NotPermitted when the caller may see nothing of that authority
     */
    public List<DeskFigure> of(Caller caller, String authorityCode) {
        List<Question> questions = new ArrayList<>();
        for (DeskFigure.Kind kind : DeskFigure.Kind.values()) {
            if (kind != DeskFigure.Kind.MINE || Permissions.may(caller, Right.HANDLE, authorityCode)) {
                questions.add(question(caller, authorityCode, kind));
            }
        }
        Map<Integer, Long> counts = counts(questions);
        Map<Integer, List<Long>> oldest = oldest(questions);
        Map<Long, InboxRow> rows =
                InboxRows.read(
                                em,
                                oldest.values().stream()
                                        .flatMap(List::stream)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(InboxRow::id, row -> row));
        List<DeskFigure> figures = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            figures.add(new DeskFigure(
                    questions.get(i).kind,
                    Math.min(InboxView.EXACT_UP_TO, counts.getOrDefault(i, 0L)),
                    questions.get(i).query(),
                    oldest.getOrDefault(i, List.of()).stream().map(rows::get).toList()));
        }
        return figures;
    }

    private Question question(Caller caller, String authorityCode, DeskFigure.Kind kind) {
        InboxCriteria open = InboxCriteria.open(authorityCode);
        Question question =
                switch (kind) {
                    case UNDELIVERED ->
                        new Question(kind, open.withFlags(Set.of(DeskFlag.UNDELIVERED)), "confirmed_at", null);
                    case OVERDUE -> new Question(kind, open.withDue(Due.PASSED), "expected_on", null);
                    case VERY_LATE, LATE, SOON ->
                        new Question(kind, open.withLate(Set.of(Lateness.valueOf(kind.name()))), "open_due_on", null);
                    case NEW -> new Question(kind, open.withFlags(Set.of(DeskFlag.NEW)), "confirmed_at", null);
                    // Also of what was closed: "it is broken again".
                    case NEWS ->
                        new Question(
                                kind, open.withStatuses(Set.of()).withFlags(Set.of(DeskFlag.NEWS)), "news_at", null);
                    case BACK -> new Question(kind, open.withFlags(Set.of(DeskFlag.BACK)), "waiting_until", null);
                    case MINE ->
                        new Question(
                                kind,
                                open.withAssignee(Assignee.ME).withFlags(Set.of(DeskFlag.TURN)),
                                "confirmed_at",
                                null);
                };
        return question.with(InboxCondition.of(caller, question.criteria, clock.instant()));
    }

    private Map<Integer, Long> counts(List<Question> questions) {
        return union(questions, question -> "select ?, (" + question.condition.counted(question.criteria) + "), null")
                .collect(Collectors.toMap(row -> ((Number) row[0]).intValue(), row -> ((Number) row[1]).longValue()));
    }

    private Map<Integer, List<Long>> oldest(List<Question> questions) {
        Map<Integer, List<Long>> oldest = new HashMap<>();
        union(questions, Question::oldestSql)
                .sorted(Comparator.comparing((Object[] row) -> (String) row[2])
                        .thenComparing(row -> ((Number) row[1]).longValue()))
                .forEach(row -> oldest.computeIfAbsent(((Number) row[0]).intValue(), kind -> new ArrayList<>())
                        .add(((Number) row[1]).longValue()));
        return oldest;
    }

    /** The questions' answers in one query; each has the question's place in the list as its first column. */
    @SuppressWarnings("unchecked")
    private Stream<Object[]> union(List<Question> questions, Function<Question, String> sql) {
        Query query = em.createNativeQuery(
                questions.stream().map(one -> "(" + sql.apply(one) + ")").collect(Collectors.joining(" union all ")));
        int next = 1;
        for (int i = 0; i < questions.size(); i++) {
            query.setParameter(next, i);
            next = questions.get(i).condition.bind(query, next + 1);
        }
        List<Object[]> rows = query.getResultList();
        return rows.stream();
    }

    /** @param since the column that says how long it has been so */
    private record Question(DeskFigure.Kind kind, InboxCriteria criteria, String since, InboxCondition condition) {

        Question with(InboxCondition other) {
            return new Question(kind, criteria, since, other);
        }

        String oldestSql() {
            return "select ?, r.id, cast(r." + since + " as char) from report r" + condition.index(criteria) + " where "
                    + condition.sql() + " order by r." + since + ", r.id limit " + OLDEST;
        }

        String query() {
            InboxSort sort =
                    switch (kind) {
                        case OVERDUE -> InboxSort.EXPECTED;
                        case VERY_LATE, LATE, SOON -> InboxSort.DEADLINE;
                        default -> InboxSort.CONFIRMED;
                    };
            return InboxAddress.write(InboxView.of(criteria).sortedBy(sort, false));
        }
    }
}
