package se.fixamingata.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.shared.TypedText;

/**
 * A comment being written, found by a random secret of which only the hash is kept, and by its report. Values are kept as typed, also
 * when they are wrong; what is longer than the column is cut, and still longer than the rule allows, so that {@link CommentRules} says
 * so.
 *
 * <p>Once sent it remembers which update it became and nothing else, so that the form sent twice gives one comment.
 */
@Entity
@Table(name = "update_draft")
@NamedQuery(
        name = "CommentDraft.find",
        query =
                "select d from CommentDraft d where d.tokenHash = :hash and d.reportId = :report and d.expiresAt > :now")
@NamedQuery(
        name = "CommentDraft.findExpired",
        query = "select d from CommentDraft d where d.tokenHash = :hash and d.reportId = :report"
                + " and d.expiresAt <= :now")
class CommentDraft {

    private static final int TEXT_KEPT = 12_000;
    private static final int PERSON_KEPT = 400;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "update_draft_number")
    @SequenceGenerator(name = "update_draft_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "token_hash", nullable = false, length = 32)
    private byte[] tokenHash;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Column(length = TEXT_KEPT)
    private String text;

    @Column(length = PERSON_KEPT)
    private String name;

    @Column(length = PERSON_KEPT)
    private String email;

    @Column(name = "show_name", nullable = false)
    private boolean showName;

    @Column(name = "looks_fixed", nullable = false)
    private boolean looksFixed;

    @Column(nullable = false, length = 2)
    private String language;

    @Column(name = "update_id")
    private Long updateId;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Version
    private int version;

    protected CommentDraft() {}

    CommentDraft(SecretToken token, long reportId, Language language) {
        this.tokenHash = token.hash();
        this.reportId = reportId;
        this.language = language.code();
    }

    /** Takes over what has been typed. */
    void write(CommentFields fields, Instant now, Duration lifetime) {
        text = TypedText.lines(fields.text(), TEXT_KEPT);
        name = TypedText.line(fields.name(), PERSON_KEPT);
        email = TypedText.line(fields.email(), PERSON_KEPT);
        showName = fields.showName();
        looksFixed = fields.looksFixed();
        touch(now, lifetime);
    }

    /** Something about it changed: its time begins anew. */
    void touch(Instant now, Duration lifetime) {
        changedAt = now;
        expiresAt = now.plus(lifetime);
    }

    /** It has become that update, which has everything from now on; the person goes from here. */
    void becomes(long update, Instant now, Duration lifetime) {
        write(CommentFields.EMPTY, now, lifetime);
        updateId = update;
    }

    Long id() {
        return id;
    }

    OptionalLong updateId() {
        return updateId == null ? OptionalLong.empty() : OptionalLong.of(updateId);
    }

    boolean isSent() {
        return updateId != null;
    }

    CommentFields fields() {
        return new CommentFields(text, name, email, showName, looksFixed);
    }

    Language language() {
        return Language.of(language);
    }
}
