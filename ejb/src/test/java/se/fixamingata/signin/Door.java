package se.fixamingata.signin;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.account.StaffMember;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.Notifications;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.settings.SecretBox;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.signin.session.SessionDesk;
import se.fixamingata.signin.session.SessionSettings;
import se.fixamingata.signin.session.SessionStart;
import se.fixamingata.signin.session.SessionTokens;
import se.fixamingata.signin.session.Sessions;
import se.fixamingata.signin.session.SignedIn;
import se.fixamingata.signin.session.Visitor;

/** Everything that lets people in, put together by hand on one entity manager. */
public final class Door {

    public static final String PASSWORD = "en lykta som lyser vid kajen";
    static final Visitor VISITOR = new Visitor("Firefox, Windows", false);
    static final Visitor REMEMBERED = new Visitor("Firefox, Windows", true);

    /** The real hash is slow on purpose; one is enough for all tests. */
    private static final Passwords PASSWORDS = new Passwords(quick());

    private static String hash;

    final EntityManager em;
    final Clock clock;
    public final Accounts accounts;
    final SessionSettings settings = new SessionSettings(
            Duration.ofHours(2), Duration.ofHours(12), Duration.ofDays(30), Duration.ofMinutes(15), 5);
    public final AuditTrail audit;
    final SecretLinks links;
    final OneTimeCodes codes = new OneTimeCodes();
    final RecoveryCodes recovery;
    final SecondFactor secondFactor;
    final Sessions sessions;
    final SignInOutcome outcome;
    final SignIn signIn;
    final AccountOpening opening;
    final SignInLinks signInLinks;
    final Invitations invitations;
    final Joining joining;
    final AccountSecurity security;
    final SecurityNotices notices;
    final SessionDesk desk;
    public final Proofs proofs;

    public Door(EntityManager em, Clock clock) {
        this(em, clock, PASSWORDS);
    }

    /** A door where everybody who brings a password is one too many. */
    public static Door crowded(EntityManager em, Clock clock) {
        return new Door(em, clock, new Passwords(quick()) {

            @Override
            public String hash(String password) {
                throw new Crowded();
            }

            @Override
            boolean isRight(String password, String hash) {
                throw new Crowded();
            }
        });
    }

    private Door(EntityManager em, Clock clock, Passwords passwords) {
        this.em = em;
        this.clock = clock;
        accounts = new Accounts(em);
        audit = new AuditTrail(em, clock);
        links = new SecretLinks(em, clock);
        recovery = new RecoveryCodes(em, clock);
        secondFactor = new SecondFactor(codes, recovery, new SecretBox(new ServerKeys(em)), audit, clock);
        sessions = new Sessions(em, accounts, audit, settings, clock);
        outcome = new SignInOutcome(
                em, new SessionStart(em, audit, settings, clock), secondFactor, audit, settings, clock);
        signIn = new SignIn(accounts, passwords, outcome);
        opening = new AccountOpening(em, accounts, new OneAtATime(em), audit, clock);
        ServiceSettings service = new ServiceSettings("https://fixa.example", "info@fixa.example", false);
        Notifications notifications =
                new Notifications(em, new MessageIds(service), new RecordedEvents<SendingDue>(), clock);
        notices = new SecurityNotices(accounts, notifications, service);
        signInLinks = new SignInLinks(em, links, notifications, opening, outcome, 5, clock);
        invitations = new Invitations(em, accounts, notifications, audit, clock);
        PasswordRules rules = new PasswordRules(new CommonPasswords());
        proofs = new Proofs(em, accounts, passwords, settings, audit, clock);
        joining = new Joining(new Admission(em, accounts, links, opening, outcome, audit, clock), passwords, rules);
        security = new AccountSecurity(
                em,
                passwords,
                rules,
                proofs,
                new SecurityChanges(em, proofs, secondFactor, recovery, notices, audit, clock),
                secondFactor,
                recovery,
                settings,
                clock);
        desk = new SessionDesk(em, audit);
    }

    private static Pbkdf2PasswordHashImpl quick() {
        return new Pbkdf2PasswordHashImpl() {

            @Override
            public void initialize(Map<String, String> parameters) {
                super.initialize(Map.of(
                        "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                        "Pbkdf2PasswordHash.Iterations", "1024",
                        "Pbkdf2PasswordHash.SaltSizeBytes", "16",
                        "Pbkdf2PasswordHash.KeySizeBytes", "32"));
            }
        };
    }

    private static synchronized String hash() {
        if (hash == null) {
            hash = PASSWORDS.hash(PASSWORD);
        }
        return hash;
    }

    /** An account with that password. */
    public Account resident(String email) {
        Account account = new Account(email, "Boel Boende", Language.SV, clock.instant());
        account.setPasswordHash(hash());
        em.persist(account);
        em.flush();
        return account;
    }

    public Account staff(String email, String authorityCode, Role role) {
        Account account = resident(email);
        em.persist(new StaffMember(account.id(), authorityCode, role, Set.of(), clock.instant()));
        em.flush();
        return account;
    }

    /** Signs in by password; the account has no second factor. */
    SignInResult.Done enter(String email, Visitor visitor) {
        SignInResult.Done done = (SignInResult.Done) signIn.withPassword(email, PASSWORD, visitor);
        em.flush();
        return done;
    }

    /** Who that is after signing in. */
    public Caller caller(String email) {
        return sessions.find(enter(email, VISITOR).tokens().session())
                .orElseThrow()
                .caller();
    }

    /** Turns the second factor on; the secret is answered. */
    byte[] protect(Caller caller) {
        security.prepareTotp(caller);
        byte[] secret = secondFactor.secret(em.find(Account.class, caller.accountId()));
        security.enableTotp(caller, codes.code(secret, clock.instant()));
        em.flush();
        return secret;
    }

    public long count(String from, Object... parameters) {
        em.flush();
        var query = em.createNativeQuery("select count(*) from " + from);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return ((Number) query.getSingleResult()).longValue();
    }

    Optional<SignedIn> find(SessionTokens tokens) {
        em.flush();
        em.clear();
        return sessions.find(tokens.session());
    }
}
