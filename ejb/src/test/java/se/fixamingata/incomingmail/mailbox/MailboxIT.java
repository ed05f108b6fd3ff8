package se.fixamingata.incomingmail.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.PersistenceException;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.incomingmail.IncomingMails;
import se.fixamingata.sending.ShortTransaction;

/** Emptying a real mailbox, by IMAP and by POP3, on good days and on bad ones. */
class MailboxIT extends DatabaseTest {

    private static final int LARGEST = 20_000;

    private final GreenMail server = new GreenMail(
            new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "imap"), new ServerSetup(0, "127.0.0.1", "pop3")});
    private GreenMailUser user;
    private IncomingMails mails;

    @BeforeEach
    void open() {
        server.start();
        user = server.setUser("svar@fixamingata.test", "svar", "hemligt");
        mails = new IncomingMails(em, clock);
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private int port(String protocol) {
        return protocol.equals("imap")
                ? server.getImap().getPort()
                : server.getPop3().getPort();
    }

    private Mailbox mailbox(String protocol, int port) {
        return mailbox(protocol, port, new ShortTransaction());
    }

    private Mailbox mailbox(String protocol, int port, ShortTransaction transaction) {
        return new Mailbox(
                new MailboxSettings(protocol, port, "svar", "hemligt", LARGEST), new MailKeeping(mails, transaction));
    }

    private void arrive(String subject, int bytes) throws MessagingException {
        String raw = "From: anna@forshaga.test\r\nMessage-ID: <" + subject + "@x>\r\nSubject: " + subject
                + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + "x".repeat(70).concat("\r\n").repeat(bytes / 72) + "slut\r\n";
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    private void arriveMany(int many) throws MessagingException {
        for (int i = 0; i < many; i++) {
            arrive("mail-" + i, 500);
        }
    }

    private long kept() {
        em.flush();
        return ((Number) em.createNativeQuery("select count(*) from incoming_mail")
                        .getSingleResult())
                .longValue();
    }

    private long cut() {
        return ((Number) em.createNativeQuery("select count(*) from incoming_mail where reason = 'cut'")
                        .getSingleResult())
                .longValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    @DisplayName("Kept whole, then deleted; nothing is left to read")
    void emptied(String protocol) throws Exception {
        arriveMany(45);
        Mailbox mailbox = mailbox(protocol, port(protocol));

        assertThat(mailbox.empty()).isEqualTo(45);
        assertThat(kept()).isEqualTo(45);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(mailbox.empty()).isZero();
        String raw = new String(
                (byte[]) em.createNativeQuery("select raw from incoming_mail order by id limit 1")
                        .getSingleResult(),
                StandardCharsets.UTF_8);
        assertThat(raw).contains("Subject: mail-0").endsWith("slut\r\n");
    }

    @ParameterizedTest
    @CsvSource({"imap, BODY, 2", "imap, STORE, 1", "imap, EXPUNGE, 1", "pop3, RETR, 2", "pop3, DELE, 1"})
    @DisplayName(
            "A server that hangs up in the middle of every mail is emptied all the same, and nothing is kept twice")
    void hangsUp(String protocol, String at, int times) throws Exception {
        arriveMany(6);
        try (RudeProxy proxy = new RudeProxy(port(protocol), at, times)) {
            Mailbox mailbox = mailbox(protocol, proxy.port());
            for (int round = 0; round < 20 && kept() < 6; round++) {
                try {
                    mailbox.empty();
                } catch (MessagingException hungUp) {
                    // The next round comes by itself.
                }
            }
            assertThat(proxy.calls()).isGreaterThan(1);
        }
        assertThat(kept()).isEqualTo(6);
        mailbox(protocol, port(protocol)).empty();
        assertThat(kept()).isEqualTo(6);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    @DisplayName("Our server dies between keeping and deleting: the next one finds the mail again and keeps it once")
    void diesInBetween(String protocol) throws Exception {
        arriveMany(3);
        Mailbox dying = mailbox(protocol, port(protocol), new ShortTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                T result = super.call(work);
                throw new Killed(result);
            }
        });
        assertThatThrownBy(dying::empty).isInstanceOf(Killed.class);
        assertThat(kept()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(3);

        assertThat(mailbox(protocol, port(protocol)).empty()).isEqualTo(3);
        assertThat(kept()).isEqualTo(3);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        private Killed(Object after) {
            super("after " + after);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    @DisplayName(
            "A mail that is too large is kept in part, stays in the mailbox, and keeps nobody from reading the others")
    void tooLarge(String protocol) throws Exception {
        arrive("stor", 3_000_000);
        arrive("liten", 500);
        Mailbox mailbox = mailbox(protocol, port(protocol));

        assertThat(mailbox.empty()).isEqualTo(2);
        assertThat(kept()).isEqualTo(2);
        assertThat(cut()).isEqualTo(1);
        assertThat(((Number) em.createNativeQuery("select max(length(raw)) from incoming_mail")
                                .getSingleResult())
                        .intValue())
                .isBetween(LARGEST / 2, LARGEST);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mailbox.empty()).isZero();
        // Another server of ours, or this one after a restart.
        mailbox(protocol, port(protocol)).empty();
        assertThat(kept()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    @DisplayName("More large mails than one round takes stop nothing behind them")
    void manyTooLarge(String protocol) throws Exception {
        int most = 40;
        for (int i = 0; i < most + 5; i++) {
            arrive("stor-" + i, 25_000);
        }
        arrive("liten", 500);
        Mailbox mailbox = new Mailbox(
                new MailboxSettings(protocol, port(protocol), "svar", "hemligt", LARGEST),
                new MailKeeping(mails, new ShortTransaction()),
                most);
        assertThat(mailbox.empty()).isEqualTo(most);
        mailbox.empty();

        assertThat(kept()).isEqualTo(most + 6);
        assertThat(server.getReceivedMessages()).hasSize(most + 5);
        assertThat(em.createNativeQuery("select count(*) from incoming_mail where raw like '%Subject: liten%'")
                        .getSingleResult())
                .hasToString("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    @DisplayName("Of 50 MB no more is fetched than is kept")
    void fiftyMegabytes(String protocol) throws Exception {
        arrive("jattestor", 50_000_000);
        int largest = 1_000_000;
        Mailbox mailbox = new Mailbox(
                new MailboxSettings(protocol, port(protocol), "svar", "hemligt", largest),
                new MailKeeping(mails, new ShortTransaction()));
        com.sun.management.ThreadMXBean memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = memory.getThreadAllocatedBytes(thread);
        assertThat(mailbox.empty()).isEqualTo(1);

        assertThat(memory.getThreadAllocatedBytes(thread) - before).isLessThan(40_000_000);
        assertThat(kept()).isEqualTo(1);
        assertThat(cut()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    @DisplayName("A POP3 server that numbers nothing loses nothing")
    void withoutNumbers() throws Exception {
        arriveMany(25);
        try (RudeProxy proxy = RudeProxy.without(port("pop3"), "UIDL")) {
            Mailbox mailbox = mailbox("pop3", proxy.port());
            assertThat(mailbox.empty()).isEqualTo(25);
            arriveMany(1);
            arrive("ny", 700);
            mailbox.empty();
        }
        assertThat(kept()).isEqualTo(26);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    @DisplayName("Without the database nothing is deleted; what the database does not take whole is kept in part")
    void database() throws Exception {
        arrive("ett", 500);
        Mailbox without = mailbox("imap", port("imap"), new ShortTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                throw new PersistenceException("Connection refused");
            }
        });
        assertThatThrownBy(without::empty).isInstanceOf(PersistenceException.class);
        assertThat(server.getReceivedMessages()).hasSize(1);

        arrive("stort", 100_000);
        int[] calls = {0};
        ShortTransaction refusing = new ShortTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                if (calls[0]++ == 1) {
                    throw new PersistenceException("Packet too large");
                }
                return super.call(work);
            }
        };
        new Mailbox(
                        new MailboxSettings("imap", port("imap"), "svar", "hemligt", 200_000),
                        new MailKeeping(mails, refusing))
                .empty();
        assertThat(kept()).isEqualTo(2);
        assertThat(cut()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    @DisplayName("Nobody at home, a wrong password, a folder that is not there: said, and tried again later")
    void away() {
        int nobody = server.getImap().getPort();
        server.stop();
        assertThatThrownBy(() -> mailbox("imap", nobody).empty()).isInstanceOf(MessagingException.class);
        server.start();
        server.setUser("svar@fixamingata.test", "svar", "annat");
        assertThatThrownBy(() -> mailbox("imap", port("imap")).empty()).isInstanceOf(MessagingException.class);
    }
}
