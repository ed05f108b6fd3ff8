package se.fixamingata.moderation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** What stood in a field before a moderator changed it. For moderators' eyes, until somebody erases it. */
@Entity
@Table(name = "moderation_original")
@NamedQuery(
        name = "ModerationOriginal.ofReports",
        query = "select o from ModerationOriginal o where o.reportId in :reports order by o.moderatedAt, o.id")
@NamedQuery(
        name = "ModerationOriginal.since",
        query = "delete from ModerationOriginal o where o.subject = :kind and o.subjectId = :id and o.field = :field"
                + " and o.moderatedAt >= :since")
@NamedQuery(
        name = "ModerationOriginal.erase",
        query = "delete from ModerationOriginal o where o.subject = :kind and o.subjectId = :id")
class ModerationOriginal {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "moderation_number")
    @SequenceGenerator(name = "moderation_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private SubjectKind subject;

    @Column(name = "subject_id", nullable = false, length = 40)
    private String subjectId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ModeratedField field;

    @Column(length = 4000)
    private String text;

    @Column(name = "moderated_at", nullable = false)
    private Instant moderatedAt;

    @Column(name = "moderated_by")
    private Long moderatedBy;

    protected ModerationOriginal() {}

    ModerationOriginal(long reportId, Subject subject, ModeratedField field, String text, long accountId, Instant now) {
        this.reportId = reportId;
        this.subject = subject.kind();
        this.subjectId = subject.id();
        this.field = field;
        this.text = text;
        this.moderatedBy = accountId;
        this.moderatedAt = now;
    }

    Long id() {
        return id;
    }

    Subject subject() {
        return new Subject(subject, subjectId);
    }

    ModeratedField field() {
        return field;
    }

    String text() {
        return text;
    }

    Instant moderatedAt() {
        return moderatedAt;
    }

    OriginalView view() {
        return new OriginalView(id, field, text, moderatedAt);
    }
}
