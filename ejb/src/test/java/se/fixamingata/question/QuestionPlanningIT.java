package se.fixamingata.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.deadline.TestDeadlines;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.subscription.QuestionStops;
import se.fixamingata.subscription.SubscriptionScene;
import se.fixamingata.subscription.UnsubscribeState;
import se.fixamingata.subscription.UnsubscribeTokens;

/** Who is asked whether it is fixed, on Monday 23 November 2026. */
class QuestionPlanningIT extends DatabaseTest {

    private static final long REPORT = 7;
    private final ServiceSettings service = new ServiceSettings("https://example.org", "info@example.org", false);
    private final QuestionSettings settings = new QuestionSettings(3, 28, 14);

    @BeforeEach
    void municipalities() {
        ReportRow.addMunicipalities(em);
    }

    private QuestionPlanning planning(EntityManager own) {
        return new QuestionPlanning(own, settings, new MessageIds(service), new RecordedEvents<>(), clock);
    }

    private int plan() {
        em.flush();
        int planned = 0;
        for (QuestionCause cause : QuestionCause.values()) {
            planned += planning(em).plan(cause, planned);
        }
        return planned;
    }

    private void fixed(String day) {
        ReportRow.add(em, ReportRow.of(REPORT, 59.53, 13.48).with(ReportStatus.FIXED));
        sql("update report set due_stopped_on = '" + day + "', changed_at = '" + day + " 12:00' where id = 7");
    }

    private void delivered(String moment) {
        delivered(em, moment);
    }

    private static void delivered(EntityManager own, String moment) {
        ReportRow.add(own, ReportRow.of(REPORT, 59.53, 13.48));
        own.createNativeQuery(
                        "insert into delivery (id, report_id, authority_code, channel, state, attempts, created_at, next_attempt_at,"
                                + " message_id, version, delivered_at) values (1, 7, '1763', 'MAIL', 'DELIVERED', 1, ?1, ?1, '<1>', 1, ?1)")
                .setParameter(1, moment)
                .executeUpdate();
    }

    private void sql(String statement) {
        em.createNativeQuery(statement).executeUpdate();
    }

    private List<Notification> mails() {
        return em.createQuery("select n from Notification n order by n.nextAttemptAt", Notification.class)
                .getResultList();
    }

    private QuestionStops stops() {
        return new QuestionStops(em, new UnsubscribeTokens(new ServerKeys(em)), service, clock);
    }

    private ReporterLinks links() {
        return new ReporterLinks(new SecretLinks(em, clock), service, clock, Duration.ofDays(365), Duration.ofDays(60));
    }

    private Optional<MailTask> prepare() {
        em.clear();
        return new FixedQuestionMails(em, new SubscriptionScene(em, clock).reading, links(), stops())
                .prepare(mails().get(0));
    }

    private static LetterText letter(MailTask task, Language language) {
        Map<String, Object> values = new HashMap<>(task.values());
        values.put("recipient", task.recipient());
        return new LetterTemplates().write("fixed-question", language, values);
    }

    private FixedQuestion question() {
        AuditTrail audit = new AuditTrail(em, clock);
        return new FixedQuestion(em, new SecretLinks(em, clock), null, TestDeadlines.of(em, clock), audit, clock);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, 1", "2026-11-21, 0", "2026-11-06, 1", "2026-11-05, 0"})
    void threeDaysAfterFixedAndNotMuchLater(String day, int asked) {
        fixed(day);
        assertThat(plan()).isEqualTo(asked);
        assertThat(plan()).isZero();
        assertThat(mails()).hasSize(asked);
    }

    /** Days are Swedish ones: 26 October begins at 23 in the evening before, in UTC. */
    @ParameterizedTest
    @CsvSource({"2026-10-26 22:59:59, 1", "2026-10-26 23:00:00, 0", "2026-10-11 22:00:00, 1", "2026-10-11 21:59:59, 0"})
    void fourWeeksAfterDeliveryAndNotMuchLater(String moment, int asked) {
        delivered(moment);
        assertThat(plan()).isEqualTo(asked);
        assertThat(plan()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update report set reporter_email = null",
                "update report set visibility = 'HIDDEN', listed = false",
                "update report set status = 'NO_ACTION'",
                "insert into question_stop values (unhex(sha2('eva@example.se', 256)), now())",
                "insert into question_asked values (7, 'FIXED', 1, now())",
                "insert into history_entry (id, report_id, at, kind, actor, internal, detail) values (1, 7, '2026-11-20 13:00', 'REPLIED', 'REPORTER', true, 'yes')"
            })
    void nobodyIsAskedThenWhatWasFixed(String because) {
        fixed("2026-11-20");
        sql(because);
        assertThat(plan()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update report set reporter_email = null",
                "update report set visibility = 'HIDDEN', listed = false",
                "update report set status = 'DUPLICATE'",
                "update report set waiting_until = '2026-11-27'",
                "update report set authority_code = '0180'",
                "update delivery set state = 'BOUNCED'",
                "insert into question_asked values (7, 'OPEN', 1, now())"
            })
    void nobodyIsAskedThenWhatIsOpen(String because) {
        delivered("2026-10-20 12:00:00");
        sql(because);
        assertThat(plan()).isZero();
    }

    @Test
    void onceForEachCause() {
        delivered("2026-10-20 12:00:00");
        assertThat(plan()).isEqualTo(1);
        sql("update report set status = 'FIXED', due_stopped_on = '2026-11-20', changed_at = '2026-11-20 12:00'");
        assertThat(plan()).isEqualTo(1);
        assertThat(plan()).isZero();
        assertThat(mails()).extracting(Notification::subjectId).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void aPrivateReportsReporterIsAskedToo() {
        fixed("2026-11-20");
        sql("update report set visibility = 'PRIVATE', listed = false");
        assertThat(plan()).isEqualTo(1);
    }

    @Test
    void portionsComeOneAfterTheOther() {
        int many = QuestionPlanning.PORTION + 1;
        ReportRow.addAll(
                em,
                LongStream.rangeClosed(1, many)
                        .mapToObj(id -> ReportRow.of(id, 59.5, 13.4).with(ReportStatus.FIXED))
                        .toList());
        sql("update report set due_stopped_on = '2026-11-20', changed_at = '2026-11-20 12:00'");
        assertThat(planning(em).plan(QuestionCause.FIXED, 0)).isEqualTo(QuestionPlanning.PORTION);
        assertThat(planning(em).plan(QuestionCause.FIXED, QuestionPlanning.PORTION))
                .isEqualTo(1);
        List<Notification> mails = mails();
        assertThat(Duration.between(clock.instant(), mails.get(many - 1).nextAttemptAt()))
                .isEqualTo(Duration.ofMillis(50L * many));
        assertThat(mails)
                .extracting(Notification::reportId)
                .doesNotHaveDuplicates()
                .hasSize(many);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theMailAsksAndCanBeStopped(Language language) {
        fixed("2026-11-20");
        plan();
        MailTask task = prepare().orElseThrow();
        LetterText letter = letter(task, language);
        assertThat(letter.subject()).contains("Lampan är trasig [#7]");
        assertThat(letter.text())
                .contains("https://example.org/fraga/", task.unsubscribe().orElseThrow(), "60");
        assertThat(letter.html()).contains("https://example.org/fraga/", "/avregistrera/");

        String token = SubscriptionScene.token(task.unsubscribe().get());
        var ending = new SubscriptionScene(em, clock).unsubscribing;
        assertThat(ending.look(token)).isEqualTo(new UnsubscribeState.Asked());
        assertThat(ending.look(token)).isEqualTo(new UnsubscribeState.Asked());
        assertThat(ending.end(token)).isEqualTo(UnsubscribeState.Ended.ofArea());
        assertThat(ending.end(token)).isEqualTo(UnsubscribeState.Ended.ofArea());
        assertThat(ending.look(token)).isEqualTo(UnsubscribeState.Ended.ofArea());
        assertThat(prepare()).isEmpty();
        sql("delete from question_asked");
        assertThat(plan()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update report set status = 'IN_PROGRESS'",
                "update report set reporter_email = null, reporter_name = null",
                "update report set reporter_email = 'kim@example.org'",
                "update report set visibility = 'HIDDEN', listed = false"
            })
    void whatHasChangedBeforeTheMailLeavesIsNotAsked(String change) {
        fixed("2026-11-20");
        plan();
        assertThat(prepare()).isPresent();
        sql(change);
        assertThat(prepare()).isEmpty();
    }

    @Test
    void anOpenReportIsAnsweredWithoutBeingChanged() {
        delivered("2026-10-20 12:00:00");
        plan();
        MailTask task = prepare().orElseThrow();
        assertThat(letter(task, Language.SV).text()).contains("fortfarande öppen");
        String token = SubscriptionScene.token((String) task.values().get("question"));
        for (Reply reply : List.of(Reply.UNKNOWN, Reply.NO, Reply.YES)) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(question().answer(token, reply, null))
                    .isInstanceOfSatisfying(QuestionState.Asked.class, asked -> assertThat(asked.earlier())
                            .isEqualTo(reply));
            flushAndClear();
            Report report = em.find(Report.class, REPORT);
            assertThat(report.status()).isEqualTo(ReportStatus.REPORTED);
            assertThat(report.caseFile().newsAt()).isEqualTo(reply == Reply.YES ? clock.instant() : null);
            assertThat(question().look(token))
                    .isInstanceOfSatisfying(QuestionState.Asked.class, asked -> assertThat(asked.earlier())
                            .isEqualTo(reply));
        }
        assertThat(em.createNativeQuery("select group_concat(detail order by at) from history_entry")
                        .getSingleResult())
                .isEqualTo("unknown,no,yes");
        sql("update report set status = 'NO_ACTION'");
        em.clear();
        assertThat(question().look(token)).isInstanceOf(QuestionState.Moved.class);
    }

    /** The link of a mail that told of a "fixed" is no question about a report that is open again. */
    @Test
    void theQuestionAboutFixedIsOverWhenItIsOpenAgain() {
        fixed("2026-11-20");
        plan();
        String token = SubscriptionScene.token(
                (String) prepare().orElseThrow().values().get("question"));
        sql("update report set status = 'REPORTED'");
        em.clear();
        assertThat(question().look(token)).isInstanceOf(QuestionState.Moved.class);
    }

    @Test
    void whatWasKilledBeforeItsEndIsAskedOnce() {
        em.getTransaction().rollback();
        commit(ReportRow::addMunicipalities);
        commit(own -> delivered(own, "2026-10-20 12:00:00"));
        assertThatThrownBy(() -> commit(own -> {
                    assertThat(planning(own).plan(QuestionCause.OPEN, 0)).isEqualTo(1);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        int again = committed(own -> planning(own).plan(QuestionCause.OPEN, 0));
        int twice = committed(own -> planning(own).plan(QuestionCause.OPEN, 0));
        assertThat(List.of(again, twice)).containsExactly(1, 0);
    }
}
