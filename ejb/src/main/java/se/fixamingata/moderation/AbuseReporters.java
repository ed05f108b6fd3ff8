package se.fixamingata.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.fixamingata.account.Caller;
import se.fixamingata.settings.ServerKeys;

/**
 * Makes people into hashes. A plain hash of an address could be undone by trying all addresses; this one needs the installation's key.
 */
@ApplicationScoped
public class AbuseReporters {

    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    ServerKeys keys;

    private volatile byte[] key;

    /** For the container. */
    public AbuseReporters() {}

    /** For tests. */
    public AbuseReporters(ServerKeys keys) {
        this.keys = keys;
    }

    /**
     * The hashes of a request.
     *
     * @param caller who is signed in; empty for nobody
     * @param browser a secret that this browser alone has
     * @param network the beginning of the client's address; empty where that says nothing about who it is
     */
    public AbuseReporter recognise(Optional<Caller> caller, String browser, Optional<String> network) {
        byte[] person = caller.map(one -> account(one.accountId())).orElseGet(() -> hash("browser " + browser));
        return new AbuseReporter(
                person, network.map(one -> hash("network " + one)).orElse(null));
    }

    /** What stands for somebody with that account. */
    byte[] account(long accountId) {
        return hash("account " + accountId);
    }

    private byte[] hash(String text) {
        if (key == null) {
            key = keys.key("abuse");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
