package se.fixamingata.signin.session;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.account.Membership;

/** Who needs a second factor for work: operators, unless the service is set up otherwise, and the staff of authorities that demand it. */
@Stateless
@PermitAll
public class SignInRules {

    @Inject
    EntityManager em;

    @Inject
    @ConfigProperty(name = "fmg.operator.second-factor")
    boolean ofOperators;

    /** For the container. */
    public SignInRules() {}

    /** For tests. */
    public SignInRules(EntityManager em, boolean ofOperators) {
        this.em = em;
        this.ofOperators = ofOperators;
    }

    /**
     * Whether that person must have a second factor before going on: as an operator, or because one of their authorities demands it,
     * and neither the account nor the employer's own sign-in has brought one. Until then they have no rights but a resident's.
     */
    public boolean mustSetUpSecondFactor(SignedIn who) {
        if (who.hasTotp() || who.way() == Way.OIDC) {
            return false;
        }
        return ofOperators && who.caller().operator() || isDemanded(who.caller().memberships());
    }

    private boolean isDemanded(List<Membership> places) {
        if (places.isEmpty()) {
            return false;
        }
        var query = em.createNativeQuery("select 1 from authority_sign_in where totp_required and authority_code in ("
                + String.join(",", Collections.nCopies(places.size(), "?")) + ") limit 1");
        for (int i = 0; i < places.size(); i++) {
            query.setParameter(i + 1, places.get(i).authorityCode());
        }
        return !query.getResultList().isEmpty();
    }
}
