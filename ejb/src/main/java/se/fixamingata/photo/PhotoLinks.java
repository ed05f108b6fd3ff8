package se.fixamingata.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.fixamingata.settings.ServerKeys;

/**
 * Addresses by which an authority's system fetches a photo that is not for everybody. Signed, because a system follows an address as it
 * stands and shows no key with it; good for one photo, for as long as the report is that authority's, and for a month at most. The same
 * all day, so that a list that is read again and again is the same list.
 */
@ApplicationScoped
public class PhotoLinks {

    /** The parameter that carries the proof. */
    public static final String PARAMETER = "sigill";

    private static final int DAYS = 31;
    private static final int SIGNATURE_BYTES = 18;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern PROOF = Pattern.compile("(\\w{1,8})\\.(\\d{1,6})\\.([A-Za-z0-9_-]{24})");

    @Inject
    ServerKeys keys;

    @Inject
    Clock clock;

    private volatile SecretKeySpec key;

    /** For the container. */
    public PhotoLinks() {}

    /** For tests. */
    public PhotoLinks(ServerKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What stands after the question mark of the photo's address. */
    public String proof(String photoId, String authorityCode) {
        long lastDay = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay() + DAYS;
        return PARAMETER + "=" + authorityCode + "." + lastDay + "." + signature(photoId, authorityCode, lastDay);
    }

    /**
     * To whose system the address was given.
     *
     * @param proof the parameter as it came, or null
     * @return empty for none, and for one that we did not give, or gave too long ago
     */
    public Optional<String> authority(String photoId, String proof) {
        Matcher parts = PROOF.matcher(proof == null ? "" : proof);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long lastDay = Long.parseLong(parts.group(2));
        Instant end =
                LocalDate.ofEpochDay(lastDay + 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        boolean ours = MessageDigest.isEqual(
                signature(photoId, parts.group(1), lastDay).getBytes(StandardCharsets.US_ASCII),
                parts.group(3).getBytes(StandardCharsets.US_ASCII));
        return ours && clock.instant().isBefore(end) ? Optional.of(parts.group(1)) : Optional.empty();
    }

    private String signature(String photoId, String authorityCode, long lastDay) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            byte[] all = mac.doFinal((photoId + "." + authorityCode + "." + lastDay).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(all, SIGNATURE_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SecretKeySpec key() {
        if (key == null) {
            // Two threads at once get the same key.
            key = new SecretKeySpec(keys.key("photo"), ALGORITHM);
        }
        return key;
    }
}
