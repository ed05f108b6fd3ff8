package se.fixamingata.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixamingata.settings.ServerKeys;

/** The installation's signer of form tokens; asks the database for its key once. */
@ApplicationScoped
public class CsrfKey {

    @Inject
    ServerKeys keys;

    private volatile CsrfSigner signer;

    CsrfSigner signer() {
        if (signer == null) {
            // Two threads at once get the same key; one of the two equal signers is forgotten.
            signer = new CsrfSigner(keys.key("csrf"));
        }
        return signer;
    }
}
