package se.fixamingata.inbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;

/** What is stuck at an authority: the start page of its staff. One query counts, one finds the oldest, one reads what these are. */
@Stateless
public class DeskFigures {

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
        Instant now = clock.instant();
        List<DeskQuestion> questions = Stream.of(DeskFigure.Kind.values())
                .filter(kind -> kind != DeskFigure.Kind.MINE || Permissions.may(caller, Right.HANDLE, authorityCode))
                .map(kind -> DeskQuestion.of(kind, caller, authorityCode, now))
                .toList();
        Map<DeskFigure.Kind, Stuck> stuck =
                count(questions, InboxCondition.of(caller, InboxCriteria.open(authorityCode), now));
        findOldest(questions, stuck);
        Map<Long, InboxRow> rows =
                InboxRows.read(
                                em,
                                stuck.values().stream()
                                        .flatMap(one -> one.oldest.stream())
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(InboxRow::id, row -> row));
        return questions.stream()
                .map(question -> figure(question, stuck.get(question.kind()), rows))
                .toList();
    }

    private static DeskFigure figure(DeskQuestion question, Stuck stuck, Map<Long, InboxRow> rows) {
        return new DeskFigure(
                question.kind(),
                Math.min(InboxView.EXACT_UP_TO, stuck.count),
                question.query(),
                stuck.oldest.stream().map(rows::get).filter(Objects::nonNull).toList());
    }

    /** Reads what is open once for all figures, and finds the oldest of those that no index has in order. */
    private Map<DeskFigure.Kind, Stuck> count(List<DeskQuestion> questions, InboxCondition open) {
        Query query = em.createNativeQuery(
                questions.stream().map(DeskQuestion::counting).collect(Collectors.joining(", ", "select ", ""))
                        + " from report r force index (ix_report_inbox) where " + open.sql());
        int next = 1;
        for (DeskQuestion question : questions) {
            next = question.bind(query, next);
        }
        open.bind(query, next);
        Object[] row = (Object[]) query.getSingleResult();
        Map<DeskFigure.Kind, Stuck> stuck = new EnumMap<>(DeskFigure.Kind.class);
        for (int i = 0; i < questions.size(); i++) {
            stuck.put(questions.get(i).kind(), new Stuck(number(row[2 * i]), numbers(row[2 * i + 1])));
        }
        return stuck;
    }

    /** Of those that are there, and that an index has in order or are few. */
    private void findOldest(List<DeskQuestion> all, Map<DeskFigure.Kind, Stuck> stuck) {
        List<DeskQuestion> questions = all.stream()
                .filter(question -> stuck.get(question.kind()).count > 0
                        && stuck.get(question.kind()).oldest.isEmpty())
                .toList();
        if (questions.isEmpty()) {
            return;
        }
        Query query = em.createNativeQuery(
                questions.stream().map(DeskQuestion::oldest).collect(Collectors.joining(") union all (", "(", ")")));
        int next = 1;
        for (int i = 0; i < questions.size(); i++) {
            query.setParameter(next, i);
            next = questions.get(i).whole().bind(query, next + 1);
        }
        List<?> rows = query.getResultList();
        rows.stream()
                .map(Object[].class::cast)
                .sorted(Comparator.comparing((Object[] row) -> (String) row[2]).thenComparing(row -> number(row[1])))
                .forEach(row -> stuck.get(questions.get((int) number(row[0])).kind())
                        .oldest
                        .add(number(row[1])));
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }

    /** A list of our own making: {@code 12,7}. */
    private static List<Long> numbers(Object list) {
        return list == null
                ? new ArrayList<>()
                : new ArrayList<>(
                        Stream.of(list.toString().split(",")).map(Long::valueOf).toList());
    }

    /** @param oldest numbers of reports */
    private record Stuck(long count, List<Long> oldest) {}
}
