package se.fixamingata.monthly;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.statistics.CutOff;
import se.fixamingata.statistics.reading.Area;
import se.fixamingata.statistics.reading.FigureNight;
import se.fixamingata.statistics.reading.Months;
import se.fixamingata.statistics.reading.Statistics;
import se.fixamingata.subscription.LetterStops;

/**
 * Plans the letters of a month, at most one to each administrator of a live municipality: the letter's row and its mail's are written
 * together or not at all, so that a run may be killed anywhere and done again.
 */
@Stateless
@PermitAll
public class MonthlyLetters {

    /** As many as the page of figures shows. */
    static final int MONTHS = 12;

    private static final String LIVE = " from authority where kind = 'MUNICIPALITY' and state = 'LIVE' and code > ?1";

    /** Who has had the letter is passed over. */
    private static final String LETTERS =
            """
            insert ignore into monthly_letter (id, municipality_code, month, account_id, batch)
            select next value for inner_number, m.authority_code, ?2, m.account_id, ?3
              from membership m join authority a on a.code = m.authority_code and a.state = 'LIVE'
              join account k on k.id = m.account_id
             where m.authority_code = ?1 and m.role = 'ADMINISTRATOR' and\s"""
                    + LetterStops.WANTED
                    + """

               and not exists (select 1 from monthly_letter l where l.municipality_code = ?1 and l.month = ?2
                                                              and l.account_id = m.account_id)""";

    private static final String MAILS =
            """
            insert into notification (id, report_id, subject_id, kind, recipient, language, state, attempts, unknowns,
                                      created_at, next_attempt_at, message_id, version)
            select next value for inner_number, null, l.id, 'MONTHLY_LETTER', k.email, k.language, 'DUE', 0, 0, ?4, ?4,
                   concat('<', uuid(), '@', ?5, '>'), 1
              from monthly_letter l join account k on k.id = l.account_id
             where l.municipality_code = ?1 and l.month = ?2 and l.batch = ?3""";

    @Inject
    EntityManager em;

    @Inject
    Statistics statistics;

    @Inject
    MessageIds messageIds;

    @Inject
    Event<SendingDue> due;

    @Inject
    Clock clock;

    /** For the container. */
    public MonthlyLetters() {}

    /** For tests. */
    public MonthlyLetters(
            EntityManager em, Statistics statistics, MessageIds messageIds, Event<SendingDue> due, Clock clock) {
        this.em = em;
        this.statistics = statistics;
        this.messageIds = messageIds;
        this.due = due;
        this.clock = clock;
    }

    /** The last whole month before that cut-off. */
    public static YearMonth month(Instant cutOff) {
        return YearMonth.from(cutOff.atZone(CutOff.SWEDEN)).minusMonths(1);
    }

    /** Why there are no figures to tell, for the operator; empty when a published night holds the whole month. */
    public Optional<String> obstacle(YearMonth month) {
        Optional<LocalDate> until = statistics.night().map(FigureNight::lastDay);
        if (until.isPresent() && !until.get().isBefore(month.atEndOfMonth())) {
            return Optional.empty();
        }
        return Optional.of("No figures hold all of " + month
                + until.map(day -> ": the last ones end with " + day).orElse(": none have been published"));
    }

    /** The live municipalities after that code, all of them: fewer than three hundred. */
    public List<MunicipalityMonth> after(String code, YearMonth month) {
        List<?> codes = em.createNativeQuery("select code" + LIVE + " order by code")
                .setParameter(1, code)
                .getResultList();
        return codes.stream()
                .map(one -> new MunicipalityMonth((String) one, month))
                .toList();
    }

    /**
     * Plans the letters of one municipality.
     *
     * @return how many; 0 when it has no administrators, or they have had it
     * @throws IllegalStateException when last night could not count it: its figures may lack some days
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int plan(MunicipalityMonth letter) {
        obstacle(letter.month()).ifPresent(MonthlyLetters::refuse);
        Months months = Months.until(letter.month(), MONTHS);
        boolean stale = statistics.comparison("*", months).stream()
                .flatMap(all -> all.rows().stream())
                .anyMatch(row -> row.municipality().equals(letter.municipality()) && row.stale());
        if (stale) {
            refuse("Last night could not count it, so that its figures are older");
        }
        statistics.figures(Area.of(letter.municipality()), months).orElseThrow();
        String month = letter.month().atDay(1).toString();
        long batch = ((Number) em.createNativeQuery("select next value for inner_number")
                        .getSingleResult())
                .longValue();
        int planned = em.createNativeQuery(LETTERS)
                .setParameter(1, letter.municipality())
                .setParameter(2, month)
                .setParameter(3, batch)
                .executeUpdate();
        if (planned > 0) {
            em.createNativeQuery(MAILS)
                    .setParameter(1, letter.municipality())
                    .setParameter(2, month)
                    .setParameter(3, batch)
                    .setParameter(4, SqlTime.text(clock.instant()))
                    .setParameter(5, messageIds.host())
                    .executeUpdate();
            due.fire(new SendingDue());
        }
        return planned;
    }

    private static void refuse(String reason) {
        throw new IllegalStateException(reason);
    }
}
