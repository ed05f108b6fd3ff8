package se.fixamingata.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;

/** The mail server as the settings name it. */
@ApplicationScoped
public class Mailer {

    private static final int TLS_PORT = 465;

    private final SmtpSettings settings;

    /** For the container's proxies. */
    protected Mailer() {
        this(null);
    }

    @Inject
    public Mailer(SmtpSettings settings) {
        this.settings = settings;
    }

    /** A conversation that has not begun: the server is called at the first letter. */
    public MailConnection connection() {
        return new MailConnection(Session.getInstance(properties()), settings);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", settings.greetingName());
        properties.put("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
        properties.put("mail.smtp.writetimeout", millis(settings.connectTimeout()));
        properties.put("mail.smtp.timeout", millis(settings.answerTimeout()));
        properties.put("mail.smtp.auth", String.valueOf(settings.user().isPresent()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.requiresStartTls()));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.requiresStartTls()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.port() == TLS_PORT));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        // Nothing waits for the server's goodbye.
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.mime.charset", "UTF-8");
        properties.put("mail.mime.encodefilename", "true");
        return properties;
    }

    private static String millis(Duration time) {
        return String.valueOf(time.toMillis());
    }
}
