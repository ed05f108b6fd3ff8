package se.fixamingata.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.update.UpdateState;

class CommentConfirmationIT extends DatabaseTest {

    private CommentScene scene;
    private Report report;
    private long update;
    private String token;

    @BeforeEach
    void aCommentThatWaits() {
        dataSource();
        scene = new CommentScene(clock, 1);
        scene.sending.authorities();
        report = scene.report("1763");
        update = ((PostingResult.Waiting) scene.post(report, CommentScene.GOOD, CommentScene.NOBODY)).updateId();
        token = scene.link(report, update);
    }

    @Test
    void lookingChangesNothing() {
        for (int i = 0; i < 3; i++) {
            assertThat(scene.look(token)).isEqualTo(new CommentState.Waiting(report.title(), CommentScene.GOOD.text()));
        }
        assertThat(scene.update(update).state()).isEqualTo(UpdateState.UNCONFIRMED);
        assertThat(scene.count("history_entry where kind = 'COMMENT'")).isZero();
        assertThat(scene.count("secret_link where used_at is not null")).isZero();
    }

    @Test
    void theLinkPublishesOnce() {
        assertThat(scene.confirm(token)).isEqualTo(new CommentState.Confirmed(report.id(), update));
        assertThat(scene.confirm(token)).isEqualTo(new CommentState.Already(report.id(), update));
        assertThat(scene.look(token)).isEqualTo(new CommentState.Already(report.id(), update));
        assertThat(scene.confirm(scene.link(report, update))).isEqualTo(new CommentState.Already(report.id(), update));

        assertThat(scene.update(update).state()).isEqualTo(UpdateState.PUBLISHED);
        assertThat(scene.count("history_entry where kind = 'COMMENT' and update_id = " + update))
                .isEqualTo(1);
        assertThat(scene.reread(report).caseFile().newsAt()).isEqualTo(clock.instant());
        assertThat(scene.published.fired()).hasSize(1);
        assertThat(scene.count("audit_entry where action = 'update.published' and actor = 'resident'"))
                .isEqualTo(1);
    }

    @Test
    void pressedEightTimesAtOnceItPublishesOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<CommentState> states = new ArrayList<>();
        try {
            Callable<CommentState> one = () -> scene.confirm(token);
            for (Future<CommentState> each : pool.invokeAll(List.of(one, one, one, one, one, one, one, one))) {
                states.add(each.get());
            }
        } finally {
            pool.shutdown();
        }
        assertThat(states)
                .containsOnlyOnce(new CommentState.Confirmed(report.id(), update))
                .filteredOn(CommentState.Already.class::isInstance)
                .hasSize(7);
        assertThat(scene.planned(NotificationKind.UPDATE_TO_AUTHORITY)).hasSize(1);
    }

    @Test
    void whatIsNoLinkConfirmsNothing() {
        String ofReport = scene.sending.transactions.call(() -> scene.links
                .issue(Purpose.CONFIRM_REPORT, report.id(), CommentScene.THIRTY_DAYS)
                .text());
        for (String wrong : new String[] {
            null, "", token.substring(1), token + "A", SecretToken.random().text(), ofReport, "' or 1=1 --"
        }) {
            assertThat(scene.look(wrong)).isEqualTo(new CommentState.Unknown());
            assertThat(scene.confirm(wrong)).isEqualTo(new CommentState.Unknown());
        }
        assertThat(scene.update(update).state()).isEqualTo(UpdateState.UNCONFIRMED);
    }

    @Test
    void afterThirtyDaysItIsTooLate() {
        clock.advance(CommentScene.THIRTY_DAYS);

        assertThat(scene.look(token)).isEqualTo(new CommentState.Expired());
        assertThat(scene.confirm(token)).isEqualTo(new CommentState.Expired());
        assertThat(scene.update(update).state()).isEqualTo(UpdateState.UNCONFIRMED);
    }

    @Test
    void aReportThatIsNoLongerPublicTakesNoStrangersComment() {
        scene.sql("update report set visibility = 'PRIVATE', listed = false");
        assertThat(scene.look(token)).isEqualTo(new CommentState.Unknown());
        assertThat(scene.confirm(token)).isEqualTo(new CommentState.Unknown());

        scene.sql("update report set visibility = 'PUBLIC', listed = true");
        assertThat(scene.confirm(token)).isInstanceOf(CommentState.Confirmed.class);
    }

    @Test
    void aCommentThatIsGoneIsUnknown() {
        scene.sql("delete from report_update");
        assertThat(scene.look(token)).isEqualTo(new CommentState.Unknown());
        assertThat(scene.confirm(token)).isEqualTo(new CommentState.Unknown());
    }

    @Test
    void aHiddenCommentDoesNotComeBackByItsLink() {
        scene.confirm(token);
        scene.sql("update report_update set state = 'HIDDEN'");

        assertThat(scene.confirm(token)).isEqualTo(new CommentState.Already(report.id(), update));
        assertThat(scene.update(update).state()).isEqualTo(UpdateState.HIDDEN);
    }
}
