package se.fixamingata.update;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import se.fixamingata.report.Actor;
import se.fixamingata.shared.DomainException;
import se.fixamingata.shared.Language;

/** Words about a report: by its reporter, by another resident, by the authority. */
@Entity
@Table(name = "report_update")
public class ReportUpdate {

    /** Characters. */
    public static final int TEXT_MAX = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "update_number")
    @SequenceGenerator(name = "update_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "report_id", nullable = false)
    private long reportId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Actor author;

    @Column(name = "account_id")
    private Long accountId;

    @Column(length = 100)
    private String name;

    @Column(length = 254)
    private String email;

    @Column(name = "show_name", nullable = false)
    private boolean showName;

    @Column(name = "name_consent", nullable = false)
    private boolean nameConsent;

    @Column(nullable = false, length = 2)
    private String language;

    @Column(nullable = false, length = TEXT_MAX)
    private String text;

    @Column(name = "looks_fixed", nullable = false)
    private boolean looksFixed;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private UpdateState state;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "edited_at")
    private Instant editedAt;

    @Version
    private int version;

    protected ReportUpdate() {}

    private ReportUpdate(long reportId, Actor author, String text, Language language, UpdateState state, Instant now) {
        this.reportId = reportId;
        this.author = author;
        this.text = text;
        this.language = language.code();
        this.state = state;
        this.createdAt = now;
        this.publishedAt = state == UpdateState.PUBLISHED ? now : null;
    }

    /** An answer of the authority's, public at once. */
    public static ReportUpdate byAuthority(long reportId, Long accountId, String text, Instant now) {
        ReportUpdate update =
                new ReportUpdate(reportId, Actor.AUTHORITY, text, Language.SV, UpdateState.PUBLISHED, now);
        update.accountId = accountId;
        return update;
    }

    /**
     * A resident's words, unseen until {@link #publish}.
     *
     * @param author {@link Actor#REPORTER} or {@link Actor#RESIDENT}
     * @param accountId null for somebody who is not signed in
     * @param showName whether they say that their name may stand beside it
     */
    public static ReportUpdate byResident(
            long reportId,
            Actor author,
            Long accountId,
            String name,
            String email,
            boolean showName,
            Language language,
            String text,
            boolean looksFixed,
            Instant now) {
        ReportUpdate update = new ReportUpdate(reportId, author, text, language, UpdateState.UNCONFIRMED, now);
        update.accountId = accountId;
        update.name = name;
        update.email = email;
        update.showName = showName;
        update.nameConsent = showName;
        update.looksFixed = looksFixed;
        return update;
    }

    /** @throws DomainException with key {@code update.confirmed.already} when it has been published before */
    public void publish(Instant now) {
        if (isConfirmed()) {
            throw new DomainException("update.confirmed.already");
        }
        state = UpdateState.PUBLISHED;
        publishedAt = now;
    }

    /** The writer mistyped the address; possible only while nothing has been confirmed. */
    public void correctEmail(String right) {
        if (isConfirmed()) {
            throw new DomainException("update.confirmed.already");
        }
        email = right;
    }

    /** Whoever holds that account wrote it: it has the address that the words were confirmed through. */
    public void belongTo(long account) {
        accountId = account;
    }

    /** Hides it, or shows it again; an unconfirmed one stays as it is. */
    public void hide(boolean hidden) {
        if (isConfirmed()) {
            state = hidden ? UpdateState.HIDDEN : UpdateState.PUBLISHED;
        }
    }

    /** A moderator's change. */
    public void edit(String newText, boolean nameShown, Instant now) {
        text = newText;
        showAuthorName(nameShown);
        editedAt = now;
    }

    /** A moderator's change of the author's name. */
    public void rename(String newName) {
        name = newName;
    }

    /** A moderator's decision whether the name stands on the page; it never does against the author's word. */
    public void showAuthorName(boolean shown) {
        showName = shown && nameConsent;
    }

    public Long id() {
        return id;
    }

    public long reportId() {
        return reportId;
    }

    public Actor author() {
        return author;
    }

    /** Null unless the author was signed in. */
    public Long accountId() {
        return accountId;
    }

    /** Null for the authority, and after an erasure. */
    public String name() {
        return name;
    }

    /** Null for the authority, and after an erasure. */
    public String email() {
        return email;
    }

    public boolean showsName() {
        return showName;
    }

    /** Whether the author has said that the name may stand there. */
    public boolean allowsName() {
        return nameConsent;
    }

    public Language language() {
        return Language.of(language);
    }

    public String text() {
        return text;
    }

    public boolean looksFixed() {
        return looksFixed;
    }

    public UpdateState state() {
        return state;
    }

    /** Whether it is, or was, for others to read. */
    public boolean isConfirmed() {
        return state != UpdateState.UNCONFIRMED;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null while unconfirmed. */
    public Instant publishedAt() {
        return publishedAt;
    }

    public boolean isEdited() {
        return editedAt != null;
    }

    public int version() {
        return version;
    }
}
