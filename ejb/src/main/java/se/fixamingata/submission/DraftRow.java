package se.fixamingata.submission;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.shared.TypedText;

/**
 * Something being written by a person, found by a random secret of which only the hash is kept. Values are kept as typed, also when they
 * are wrong; what is longer than the column is cut, and still longer than the rule allows, so that the rules say so.
 */
@MappedSuperclass
public abstract class DraftRow {

    private static final int PERSON_KEPT = 400;

    @Column(name = "token_hash", nullable = false, length = 32)
    private byte[] tokenHash;

    @Column(length = PERSON_KEPT)
    private String name;

    @Column(length = PERSON_KEPT)
    private String email;

    @Column(name = "show_name", nullable = false)
    private boolean showName;

    @Column(nullable = false, length = 2)
    private String language;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Version
    private int version;

    protected DraftRow() {}

    protected DraftRow(SecretToken token, Language language) {
        this.tokenHash = token.hash();
        this.language = language.code();
    }

    /** Takes over what somebody has typed about themselves. */
    protected final void writePerson(String typedName, String typedEmail, boolean shown) {
        name = TypedText.line(typedName, PERSON_KEPT);
        email = TypedText.line(typedEmail, PERSON_KEPT);
        showName = shown;
    }

    /** Something about it changed: its time begins anew. */
    public final void touch(Instant now, Duration lifetime) {
        changedAt = now;
        expiresAt = now.plus(lifetime);
    }

    protected final String name() {
        return name;
    }

    protected final String email() {
        return email;
    }

    protected final boolean showsName() {
        return showName;
    }

    /** In which the person is written to. */
    public final Language language() {
        return Language.of(language);
    }

    /** Its secret finds it until then. */
    public final Instant expiresAt() {
        return expiresAt;
    }
}
