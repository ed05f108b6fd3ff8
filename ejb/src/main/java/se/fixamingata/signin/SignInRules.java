package se.fixamingata.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import se.fixamingata.account.Membership;

/** What authorities demand of their staff. */
@Stateless
@PermitAll
public class SignInRules {

    @Inject
    EntityManager em;

    /** For the container. */
    public SignInRules() {}

    /** For tests. */
    SignInRules(EntityManager em) {
        this.em = em;
    }

    /**
     * Whether that person must have a second factor before going on: one of their authorities demands it, and neither the account nor the
     * employer's own sign-in has brought one.
     */
    public boolean mustSetUpSecondFactor(SignedIn who) {
        List<String> authorities = who.caller().memberships().stream()
                .map(Membership::authorityCode)
                .toList();
        if (who.hasTotp() || who.way() == Way.OIDC || authorities.isEmpty()) {
            return false;
        }
        return authorities.stream().anyMatch(this::demands);
    }

    private boolean demands(String authorityCode) {
        return !em.createNativeQuery("select 1 from authority_sign_in where authority_code = ?1 and totp_required")
                .setParameter(1, authorityCode)
                .getResultList()
                .isEmpty();
    }
}
