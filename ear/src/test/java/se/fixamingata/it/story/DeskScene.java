package se.fixamingata.it.story;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;
import se.fixamingata.it.handlelink.AuthorityMail;

/** What there is to see in Forshaga's back office, in an account, and behind the links in mails. */
final class DeskScene extends ServerTest {

    private static final String AUTHORITY = "1763";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    final Staff administrator = Staff.administrator(AUTHORITY);
    final Staff operator = Staff.operator();
    final Staff resident = Staff.resident();

    /** Handled by nobody yet. */
    final long open;

    /** Paths of links in mails; looking at them changes nothing. */
    final String answering;

    final String question;
    final String unsubscribing;
    final String signingIn;
    final String invitation;

    /** Numbers of a template, and of a change of many reports that goes on as long as the scene. */
    final long template;

    final long running;

    /** A stranger's answer that waits for somebody to decide. */
    final long mail;

    private final Resident desk = administrator.signedIn();

    DeskScene() {
        open = new Resident().reportConfirmed("Lyktan vid skolan är släckt");
        answering = AuthorityMail.link(open);
        Resident reporter = new Resident();
        long fixed = reporter.reportConfirmed("Lyktan vid kiosken är släckt");
        Resident follower = new Resident();
        follower.get("/rapport/" + fixed);
        follower.post("/prenumerera/" + fixed, Map.of("email", follower.email, "action", "folj"));
        follower.confirm(follower.confirmation(1));
        answer(fixed, "fixed");
        question = path(reporter.email, "/fraga/");
        unsubscribing = path(follower.email, "/avregistrera/");
        Resident visitor = new Resident();
        visitor.get("/logga-in");
        visitor.post("/logga-in", Map.of("email", visitor.email, "action", "link"));
        signingIn = path(visitor.email, "/logga-in/");
        Resident signedIn = resident.signedIn();
        require(signedIn.sendReport(signedIn.report("Bänken vid ån har gått sönder")));
        invitation = invite();
        template = template();
        running = change();
        mail = mail();
    }

    /** A colleague answers. */
    void answer(long report, String status) {
        String path = "/handlaggning/rapport/" + report;
        Matcher version = VERSION.matcher(desk.get(path).body());
        if (!version.find()) {
            throw new AssertionError("No version on " + path);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("action", "answer");
        fields.put("version", version.group(1));
        fields.put("status", status);
        fields.put("text", "Elektrikern har varit där.");
        require(desk.post(path, fields));
    }

    /** Takes away what would go on for ever. */
    void leave() {
        write("delete from bulk_change where id = ?", running);
        write("delete from incoming_mail where id = ?", mail);
    }

    private long template() {
        String name = "Mall " + UUID.randomUUID();
        desk.get("/handlaggning/svarsmallar/ny");
        require(desk.post(
                "/handlaggning/svarsmallar/ny",
                Map.of(
                        "action",
                        "save",
                        "name",
                        name,
                        "status",
                        "planned",
                        "category",
                        "",
                        "text",
                        "Hej {namn}! Vi kommer.")));
        return Long.parseLong(
                stored("select id from response_template where name = ?", name).orElseThrow());
    }

    private static String invite() {
        String token = UUID.randomUUID().toString().replace("-", "") + "ABCDEFGHIJK";
        String email = "ny-" + UUID.randomUUID() + "@example.org";
        write(
                "insert into invitation (id, email, authority_code, role, categories, language, created_at, expires_at)"
                        + " values (next value for inner_number, ?, ?, 'CASEWORKER', '', 'sv', utc_timestamp(6),"
                        + " utc_timestamp(6) + interval 1 day)",
                email,
                AUTHORITY);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            write(
                    "insert into secret_link (token_hash, purpose, subject_id, created_at, expires_at) select ?,"
                            + " 'INVITATION', id, utc_timestamp(6), utc_timestamp(6) + interval 1 day from invitation where email = ?",
                    hash,
                    email);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return "/inbjudan/" + token;
    }

    /** Some other server's, so that none here ends it. */
    private long change() {
        String owner = "elsewhere/" + UUID.randomUUID();
        write(
                "insert into bulk_change (id, authority_code, account_id, status, text, state, total, changed, skipped,"
                        + " created_at, started_at, lease_owner, lease_until, version) values (next value for inner_number, ?, ?,"
                        + " 'PLANNED', 'Vi byter alla lampor i nästa vecka.', 'RUNNING', 40, 12, 0, utc_timestamp(6),"
                        + " utc_timestamp(6), ?, utc_timestamp(6) + interval 1 hour, 1)",
                AUTHORITY,
                administrator.accountId,
                owner);
        return Long.parseLong(stored("select id from bulk_change where lease_owner = ?", owner)
                .orElseThrow());
    }

    private long mail() {
        String sender = "kjell.karl-gustav.exempelsson-" + UUID.randomUUID() + "@elfirman.example";
        write(
                "insert into incoming_mail (id, digest, received_at, sender, subject, raw, state, reason, authority_code, report_id,"
                        + " text, status, attempts, version) values (next value for inner_number, unhex(sha2(?, 256)),"
                        + " utc_timestamp(6), ?, 'Sv: Ny rapport: Lyktan vid skolan är släckt och har varit det i veckor', ?,"
                        + " 'WAITING', 'stranger', ?, ?, 'Vi har bytt lampan.', 'FIXED', 1, 1)",
                sender,
                sender,
                ("From: " + sender + "\r\n\r\nVi har bytt lampan.\r\n\r\n> " + "x".repeat(300))
                        .getBytes(StandardCharsets.UTF_8),
                AUTHORITY,
                open);
        return Long.parseLong(
                stored("select id from incoming_mail where sender = ?", sender).orElseThrow());
    }

    /** The path of such a link in the newest mail of somebody who has got two. */
    private static String path(String email, String beginning) {
        return Awaitility.await(beginning + " to " + email)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> MailBox.of(email).stream()
                                .filter(mail -> MailBox.text(mail).contains(beginning))
                                .map(mail -> URI.create(MailBox.link(mail, beginning))
                                        .getPath())
                                .toList(),
                        paths -> !paths.isEmpty())
                .get(0);
    }

    private static void require(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 3) {
            throw new AssertionError(answer.statusCode() + "\n" + answer.body());
        }
    }

    private static void write(String statement, Object... parameters) {
        try (Connection database = database();
                PreparedStatement prepared = database.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
