package se.fixamingata.incomingmail.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mailbox in which replies arrive, and how it is read. */
@ApplicationScoped
public class MailboxSettings {

    @Inject
    @ConfigProperty(name = "fmg.mailbox.protocol")
    String protocol;

    @Inject
    @ConfigProperty(name = "fmg.mailbox.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "fmg.mailbox.port")
    Optional<Integer> port;

    @Inject
    @ConfigProperty(name = "fmg.mailbox.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "fmg.mailbox.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "fmg.mailbox.starttls")
    boolean startTls;

    @Inject
    @ConfigProperty(name = "fmg.mailbox.folder")
    String folder;

    @Inject
    @ConfigProperty(name = "fmg.mailbox.interval")
    Duration interval;

    @Inject
    @ConfigProperty(name = "fmg.mailbox.largest.bytes")
    int largest;

    /** For the container. */
    public MailboxSettings() {}

    /**
     * For tests: a mailbox on this machine.
     *
     * @param protocol {@code imap} or {@code pop3}
     */
    public MailboxSettings(String protocol, int port, String user, String password, int largest) {
        this.protocol = protocol;
        this.host = Optional.of("127.0.0.1");
        this.port = Optional.of(port);
        this.user = Optional.of(user);
        this.password = Optional.of(password);
        this.folder = "INBOX";
        this.interval = Duration.ofMinutes(1);
        this.largest = largest;
    }

    /** Whether there is one at all. */
    public boolean isUsed() {
        return host.filter(name -> !name.isBlank()).isPresent();
    }

    /** How long to wait between two looks. */
    public Duration interval() {
        return interval;
    }

    /** So many bytes of a mail are kept. */
    int largest() {
        return largest;
    }

    String protocol() {
        return protocol;
    }

    String host() {
        return host.orElseThrow();
    }

    /** -1 for the protocol's own. */
    int port() {
        return port.orElse(-1);
    }

    String user() {
        return user.orElse("");
    }

    String password() {
        return password.orElse("");
    }

    /** POP3 has but one. */
    String folder() {
        return protocol.startsWith("pop3") ? "INBOX" : folder;
    }

    Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.put(prefix + "connectiontimeout", "10000");
        properties.put(prefix + "timeout", "30000");
        properties.put(prefix + "writetimeout", "30000");
        properties.put(prefix + "starttls.enable", String.valueOf(startTls));
        properties.put(prefix + "starttls.required", String.valueOf(startTls));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        // Reading leaves no mark: what is read is known by what we have kept.
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "fetchsize", "262144");
        // One line of a hostile mail must not be a mail in memory.
        properties.put(prefix + "filestore.enable", "true");
        return properties;
    }
}
