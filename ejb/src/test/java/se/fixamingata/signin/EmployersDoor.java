package se.fixamingata.signin;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Accounts;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.Notifications;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.signin.session.SessionSettings;
import se.fixamingata.signin.session.SessionStart;
import se.fixamingata.signin.session.Sessions;

/** What this package gives to those who sign in through their employer or are invited by it, for tests of other packages. */
public final class EmployersDoor {

    public final SignIn signIn;
    public final Sessions sessions;
    public final Invitations invitations;

    public EmployersDoor(EntityManager em, Clock clock) {
        Accounts accounts = new Accounts(em);
        AuditTrail audit = new AuditTrail(em, clock);
        SessionSettings settings = new SessionSettings(
                Duration.ofHours(2), Duration.ofHours(12), Duration.ofDays(30), Duration.ofMinutes(15), 5);
        sessions = new Sessions(em, accounts, audit, settings, clock);
        SessionStart start = new SessionStart(em, audit, settings, clock);
        signIn = new SignIn(
                accounts,
                new Passwords(new Pbkdf2PasswordHashImpl()),
                new SignInOutcome(em, start, null, audit, settings, clock));
        invitations = new Invitations(
                em,
                accounts,
                new Notifications(
                        em,
                        new MessageIds(new ServiceSettings("https://fixa.example", "info@fixa.example", false)),
                        new RecordedEvents<SendingDue>(),
                        clock),
                audit,
                clock);
    }
}
