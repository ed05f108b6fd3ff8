package se.fixamingata.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.settings.ReplySettings;
import se.fixamingata.settings.ServiceSettings;

/** The mail server, and who our letters are from. */
@ApplicationScoped
public class SmtpSettings {

    /** How long to wait for the connection and for each write. */
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** How long to wait for an answer; below the lease that is prolonged at hand-over, so that nobody else takes the row meanwhile. */
    private static final Duration ANSWER = Duration.ofMinutes(2);

    @Inject
    @ConfigProperty(name = "fmg.smtp.host")
    String host;

    @Inject
    @ConfigProperty(name = "fmg.smtp.port")
    int port;

    @Inject
    @ConfigProperty(name = "fmg.smtp.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "fmg.smtp.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "fmg.smtp.starttls")
    boolean startTls;

    @Inject
    @ConfigProperty(name = "fmg.mail.from")
    String from;

    @Inject
    @ConfigProperty(name = "fmg.mail.reply.to")
    Optional<String> replyTo;

    @Inject
    ServiceSettings service;

    @Inject
    ReplySettings replies;

    private Duration answer = ANSWER;

    /** For the container. */
    public SmtpSettings() {}

    /**
     * For tests: a server without sign-in.
     *
     * @param answer how long to wait for an answer
     */
    public SmtpSettings(String host, int port, String from, ServiceSettings service, Duration answer) {
        this.host = host;
        this.port = port;
        this.user = Optional.empty();
        this.password = Optional.empty();
        this.from = from;
        this.replyTo = Optional.empty();
        this.replies = new ReplySettings(Optional.empty());
        this.service = service;
        this.answer = answer;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /** Empty when the server wants no sign-in. */
    public Optional<String> user() {
        return user;
    }

    public Optional<String> password() {
        return password;
    }

    /** Whether a server that offers no encryption is refused. */
    public boolean requiresStartTls() {
        return startTls;
    }

    /** The sender's address; the name beside it is always FixaMinGata. */
    public String from() {
        return from;
    }

    /** Where an authority's answer goes when nobody reads mail here: {@code fmg.mail.reply.to}, else the operator's address. */
    public String replyTo() {
        return replyTo.orElseGet(service::contactEmail);
    }

    /** Where a letter that cannot be delivered comes back to: its own reply address, if it has one, tells which letter it was. */
    String bouncesTo(Letter letter) {
        return letter.replyTo().filter(replies::isOurs).orElse(from);
    }

    /** The same with addresses for replies, for tests. */
    public SmtpSettings with(ReplySettings other) {
        replies = other;
        return this;
    }

    /** What we call ourselves in {@code EHLO}. */
    public String greetingName() {
        return service.publicHost();
    }

    public Duration connectTimeout() {
        return CONNECT;
    }

    public Duration answerTimeout() {
        return answer;
    }
}
