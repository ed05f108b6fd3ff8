package se.fixamingata.oidc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import se.fixamingata.shared.SecretToken;

/**
 * What a browser has to bring back from the provider. It travels in a cookie, locked ({@link Attempts}): no server remembers it.
 *
 * @param state must come back with the answer, so that nobody's answer is brought in by another's browser
 * @param nonce must stand in the provider's token, so that a token works for one attempt
 * @param verifier proves to the provider that whoever exchanges the code has begun (PKCE)
 * @param target a path of ours to go to afterwards; empty for the usual place
 */
record Attempt(String authorityCode, String state, String nonce, String verifier, String target, Instant begun) {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    static Attempt begin(String authorityCode, String target, Instant now) {
        return new Attempt(
                authorityCode,
                SecretToken.random().text(),
                SecretToken.random().text(),
                SecretToken.random().text(),
                target == null ? "" : target,
                now);
    }

    boolean isOver(Instant now) {
        return now.isBefore(begun) || now.isAfter(begun.plus(LIFETIME));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(authorityCode);
            out.writeUTF(state);
            out.writeUTF(nonce);
            out.writeUTF(verifier);
            out.writeUTF(target);
            out.writeLong(begun.toEpochMilli());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException when it is none */
    static Attempt of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Attempt(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    Instant.ofEpochMilli(in.readLong()));
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "Attempt[" + authorityCode + "]";
    }
}
