package se.fixamingata.oidc;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.outgoing.OutgoingSettings;
import se.fixamingata.settings.SecretBox;
import se.fixamingata.shared.OneAtATime;

/** What an authority demands of its staff's sign-in, and its provider: changed by its administrators. */
@Stateless
@PermitAll
public class SignInAdministration {

    static final int ISSUER_MAX = 300;
    static final int CLIENT_MAX = 200;
    static final int SECRET_MAX = 400;

    @Inject
    EntityManager em;

    @Inject
    SecretBox box;

    @Inject
    OutgoingSettings outgoing;

    @Inject
    OneAtATime turn;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public SignInAdministration() {}

    /** For tests. */
    SignInAdministration(
            EntityManager em,
            SecretBox box,
            OutgoingSettings outgoing,
            OneAtATime turn,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.box = box;
        this.outgoing = outgoing;
        this.turn = turn;
        this.audit = audit;
        this.clock = clock;
    }

    public SignInRulesView find(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        AuthoritySignIn row = em.find(AuthoritySignIn.class, authorityCode);
        return row == null
                ? SignInRulesView.NONE
                : new SignInRulesView(
                        row.isTotpRequired(),
                        row.isOidcEnabled(),
                        Objects.toString(row.issuer(), ""),
                        Objects.toString(row.clientId(), ""),
                        row.clientSecret() != null,
                        row.changedAt());
    }

    /** From now on the authority's staff needs a second factor, or not. */
    public void requireSecondFactor(Caller caller, String authorityCode, boolean required) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        AuthoritySignIn row = mine(authorityCode);
        if (row.isTotpRequired() != required) {
            audit(caller, authorityCode, "sign-in.second-factor", onOff(row.isTotpRequired()), onOff(required));
            row.demandSecondFactor(required, clock.instant());
        }
    }

    /** Takes another provider, or none: an empty issuer and client take it away. */
    public ProviderResult changeProvider(Caller caller, String authorityCode, ProviderForm form) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        AuthoritySignIn row = mine(authorityCode);
        boolean same = form.issuer().equals(row.issuer()) && form.clientId().equals(row.clientId());
        Map<String, String> problems = problems(form, same && row.clientSecret() != null);
        if (!problems.isEmpty()) {
            return new ProviderResult.Invalid(problems);
        }
        String before = text(row);
        boolean none = form.issuer().isEmpty();
        byte[] secret = none ? null : form.clientSecret().isEmpty() ? row.clientSecret() : locked(authorityCode, form);
        row.useProvider(
                none ? null : form.issuer(),
                none ? null : form.clientId(),
                secret,
                form.enabled() && !none,
                clock.instant());
        if (!Objects.equals(before, text(row))) {
            audit(caller, authorityCode, "sign-in.provider", before, text(row));
        }
        if (!form.clientSecret().isEmpty()) {
            audit(caller, authorityCode, "sign-in.provider-secret", null, null);
        }
        if (!Objects.equals(before, text(row)) || !form.clientSecret().isEmpty()) {
            endSessions(authorityCode);
        }
        return new ProviderResult.Saved();
    }

    /** Whom the former provider has let in is out: it may be the reason for the change. */
    private void endSessions(String authorityCode) {
        em.createNativeQuery("delete from account_session where way = 'OIDC' and authority_code = ?1")
                .setParameter(1, authorityCode)
                .executeUpdate();
    }

    private Map<String, String> problems(ProviderForm form, boolean secretKept) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (form.issuer().isEmpty()
                && form.clientId().isEmpty()
                && form.clientSecret().isEmpty()) {
            if (form.enabled()) {
                problems.put("issuer", "sign-in-rules.issuer.missing");
            }
            return problems;
        }
        if (form.issuer().isEmpty()) {
            problems.put("issuer", "sign-in-rules.issuer.missing");
        } else if (form.issuer().length() > ISSUER_MAX || !isIssuer(form.issuer())) {
            problems.put("issuer", "sign-in-rules.issuer.invalid");
        }
        if (form.clientId().isEmpty()) {
            problems.put("clientId", "sign-in-rules.client.missing");
        } else if (!isPlain(form.clientId(), CLIENT_MAX)) {
            problems.put("clientId", "sign-in-rules.client.invalid");
        }
        if (form.clientSecret().isEmpty() && !secretKept) {
            // A secret goes to the provider that it was typed for, and to no other.
            problems.put("clientSecret", "sign-in-rules.secret.missing");
        } else if (!form.clientSecret().isEmpty() && !isPlain(form.clientSecret(), SECRET_MAX)) {
            problems.put("clientSecret", "sign-in-rules.secret.invalid");
        }
        return problems;
    }

    /** OpenID Connect Discovery 1.0, section 3: an https address without query and fragment. */
    private boolean isIssuer(String text) {
        try {
            URI uri = new URI(text);
            return isPlain(text, ISSUER_MAX)
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && outgoing.isCallable(uri);
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    private static boolean isPlain(String text, int most) {
        return text.length() <= most && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private byte[] locked(String authorityCode, ProviderForm form) {
        return box.lock(Providers.SECRET, authorityCode, form.clientSecret().getBytes(StandardCharsets.UTF_8));
    }

    private AuthoritySignIn mine(String authorityCode) {
        turn.enter("sign-in-rules:" + authorityCode);
        AuthoritySignIn found = em.find(AuthoritySignIn.class, authorityCode);
        if (found != null) {
            em.refresh(found);
            return found;
        }
        Instant now = clock.instant();
        AuthoritySignIn made = new AuthoritySignIn(authorityCode, now);
        em.persist(made);
        return made;
    }

    private void audit(Caller caller, String authorityCode, String action, String before, String after) {
        audit.record(caller.accountId(), authorityCode, action, "authority:" + authorityCode, before, after);
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static String text(AuthoritySignIn row) {
        return row.issuer() == null ? null : row.issuer() + " (" + row.clientId() + "), " + onOff(row.isOidcEnabled());
    }
}
