package se.fixamingata.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.shared.TypedText;
import se.fixamingata.submission.DraftRow;

/**
 * A comment being written, found by its report, too.
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
class CommentDraft extends DraftRow {

    private static final int TEXT_KEPT = 12_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "update_draft_number")
    @SequenceGenerator(name = "update_draft_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Column(length = TEXT_KEPT)
    private String text;

    @Column(name = "looks_fixed", nullable = false)
    private boolean looksFixed;

    @Column(name = "update_id")
    private Long updateId;

    protected CommentDraft() {}

    CommentDraft(SecretToken token, long reportId, Language language) {
        super(token, language);
        this.reportId = reportId;
    }

    /** Takes over what has been typed. */
    void write(CommentFields fields, Instant now, Duration lifetime) {
        text = TypedText.lines(fields.text(), TEXT_KEPT);
        writePerson(fields.name(), fields.email(), fields.showName());
        looksFixed = fields.looksFixed();
        touch(now, lifetime);
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
        return new CommentFields(text, name(), email(), showsName(), looksFixed);
    }
}
