package se.fixamingata.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;
import se.fixamingata.shared.Language;

/** What is stored of a report, and how it is read. What can become of it is {@link Report}'s business, and nobody else writes here. */
@MappedSuperclass
public abstract class ReportRecord {

    public static final int TITLE_MIN = 5;
    public static final int TITLE_MAX = 100;
    public static final int DESCRIPTION_MIN = 10;
    public static final int DESCRIPTION_MAX = 4000;
    public static final int PHOTOS_MAX = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "report_number")
    @SequenceGenerator(name = "report_number", sequenceName = "report_number", allocationSize = 1)
    Long id;

    @Column(name = "municipality_code", nullable = false, length = 4)
    String municipalityCode;

    @Column(name = "authority_code", nullable = false, length = 8)
    String authorityCode;

    @Column(name = "category_code", nullable = false, length = 40)
    String categoryCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    ReportStatus status;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Visibility visibility;

    @Column(nullable = false)
    boolean confidential;

    @Column(nullable = false)
    boolean listed;

    @Column(nullable = false, length = TITLE_MAX)
    String title;

    @Column(nullable = false, length = DESCRIPTION_MAX)
    String description;

    @Embedded
    Position position;

    @Column(nullable = false)
    long cell;

    @Column(length = 200)
    String address;

    @Embedded
    Reporter reporter;

    @Column(nullable = false, length = 2)
    String language;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Source source;

    @Column(length = 22)
    String thumbnail;

    @Column(name = "submitted_at", nullable = false)
    Instant submittedAt;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    @Column(name = "changed_at", nullable = false)
    Instant changedAt;

    @Column(name = "duplicate_of")
    Long duplicateOf;

    @Column(name = "reporter_account")
    Long reporterAccount;

    @Embedded
    CaseFile caseFile = new CaseFile();

    @Embedded
    DueDates dueDates = new DueDates();

    @Version
    int version;

    ReportRecord() {}

    public boolean isConfirmed() {
        return status != ReportStatus.UNCONFIRMED;
    }

    public Long id() {
        return id;
    }

    public String municipalityCode() {
        return municipalityCode;
    }

    public String authorityCode() {
        return authorityCode;
    }

    public String categoryCode() {
        return categoryCode;
    }

    public ReportStatus status() {
        return status;
    }

    public Visibility visibility() {
        return visibility;
    }

    /** Whether the map and the public lists show it. */
    public boolean isListed() {
        return listed;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public Position position() {
        return position;
    }

    /** Morton number at {@link MapCell#FINEST}. */
    public long cell() {
        return cell;
    }

    /** In words, or null. */
    public String address() {
        return address;
    }

    public Reporter reporter() {
        return reporter;
    }

    public Language language() {
        return Language.of(language);
    }

    public Source source() {
        return source;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** Null while unconfirmed. */
    public Instant confirmedAt() {
        return confirmedAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** Number of the report that this one follows, or null. */
    public Long duplicateOf() {
        return duplicateOf;
    }

    /** Null unless it was sent with an account. */
    public Long reporterAccount() {
        return reporterAccount;
    }

    /** What the authority's own work adds. */
    public CaseFile caseFile() {
        return caseFile;
    }

    /** By when it is to be answered and solved. */
    public DueDates dueDates() {
        return dueDates;
    }

    /** Rises with every change; what a form was filled in from, so that two at once are noticed. */
    public int version() {
        return version;
    }

    /** Photo id, or null. */
    public String thumbnail() {
        return thumbnail;
    }
}
