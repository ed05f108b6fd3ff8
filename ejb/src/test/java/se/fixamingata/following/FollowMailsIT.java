package se.fixamingata.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.report.ReportRow;
import se.fixamingata.shared.Language;
import se.fixamingata.subscription.UnsubscribeState;

class FollowMailsIT extends DatabaseTest {

    private static final long REPORT = 7;

    private FollowScene scene;

    @BeforeEach
    void aReport() {
        ReportRow.addMunicipalities(em);
        ReportRow.add(em, ReportRow.of(REPORT, 59.53, 13.48).saying("Lampa <b>& hål</b>", "Den är mörk", null));
        scene = new FollowScene(em, clock);
    }

    private Notification asked(Language language) {
        scene.following.follow("kim@example.org", language, REPORT);
        flushAndClear();
        return scene.planned().get(scene.planned().size() - 1);
    }

    private static LetterText written(MailTask task) {
        Map<String, Object> values = new HashMap<>(task.values());
        values.put("recipient", task.recipient());
        values.put("map", "");
        return new LetterTemplates().write("confirm-follow", task.language(), values);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void asksForTheLinkToBeUsed(Language language) {
        MailTask task = scene.mails.prepare(asked(language)).orElseThrow();
        LetterText letter = written(task);

        assertThat(task.unsubscribe()).isEmpty();
        assertThat(letter.subject())
                .isEqualTo((language == Language.SV ? "Vill du följa rapporten?" : "Do you want to follow the report?")
                        + " Lampa <b>& hål</b> [#7]");
        assertThat(letter.html()).doesNotContain("<b>&").contains("kim@example.org");
        String token = FollowScene.token((String) task.values().get("link"));
        assertThat(letter.text()).contains("https://example.org/bekrafta/" + token);
        assertThat(letter.html()).contains("https://example.org/bekrafta/" + token);
        assertThat(scene.confirmation.confirm(token)).isEqualTo(new FollowState.Confirmed(REPORT));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoeverFollowsAlreadyIsToldSoAndHowToStop(Language language) {
        Notification first = asked(language);
        scene.confirmation.confirm(FollowScene.token(
                (String) scene.mails.prepare(first).orElseThrow().values().get("link")));
        flushAndClear();

        MailTask task = scene.mails.prepare(asked(language)).orElseThrow();
        LetterText letter = written(task);
        String address = (String) task.values().get("link");

        assertThat(letter.subject())
                .startsWith(
                        language == Language.SV ? "Du följer redan rapporten: " : "You already follow the report: ");
        assertThat(task.unsubscribe()).isEqualTo(Optional.of(address));
        assertThat(letter.text()).contains(address);
        assertThat(scene.unsubscribing.end(FollowScene.token(address)))
                .isEqualTo(new UnsubscribeState.Ended(REPORT, true));
    }

    @Test
    void nobodyWantsItAfterTheEndOrWhenTheReportIsGoneFromThePublic() {
        Notification mail = asked(Language.SV);
        em.createNativeQuery("update report set visibility = 'PRIVATE', listed = 0 where id = 7")
                .executeUpdate();
        em.clear();
        assertThat(scene.mails.prepare(mail)).isEmpty();

        em.createNativeQuery("update report set visibility = 'PUBLIC', listed = 1 where id = 7")
                .executeUpdate();
        em.createNativeQuery("update subscription set state = 'ENDED'").executeUpdate();
        em.clear();
        assertThat(scene.mails.prepare(mail)).isEmpty();
    }
}
