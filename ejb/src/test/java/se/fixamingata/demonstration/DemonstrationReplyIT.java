package se.fixamingata.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.incomingmail.IncomingMail;
import se.fixamingata.incomingmail.MailScene;
import se.fixamingata.incomingmail.MailState;
import se.fixamingata.integration.Integration;
import se.fixamingata.report.ReportStatus;

class DemonstrationReplyIT extends DatabaseTest {

    @Test
    void aContractorsAnswerWaitsFromTheBeginningAndOnce() {
        MailScene scene = new MailScene(em, clock);
        clock.advance(Duration.ofHours(2));
        DemonstrationReply reply = new DemonstrationReply(em, scene.mails, scene.links, clock);
        reply.load();
        scene.worker.work();
        em.flush();
        reply.load();

        assertThat(scene.worker.work()).isZero();
        IncomingMail mail = scene.last();
        assertThat(mail.state()).isEqualTo(MailState.WAITING);
        assertThat(mail.reason()).isEqualTo("stranger");
        assertThat(mail.authorityCode()).isEqualTo(DemonstrationReply.FORSHAGA);
        assertThat(mail.status()).isEqualTo(ReportStatus.FIXED);
        assertThat(mail.text())
                .isEqualTo("Hej!\n\nVi var på plats i morse och har åtgärdat felet. Hör av er om det kommer tillbaka.");
        assertThat(em.find(Integration.class, DemonstrationReply.FORSHAGA).trustsMail())
                .isTrue();
    }
}
