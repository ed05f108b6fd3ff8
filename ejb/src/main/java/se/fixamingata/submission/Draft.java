package se.fixamingata.submission;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import se.fixamingata.extraquestion.TypedAnswers;
import se.fixamingata.position.Position;
import se.fixamingata.report.Report;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.shared.TypedText;

/**
 * A report being written. Nothing typed is lost by a failed validation, a lost connection or a restart.
 *
 * <p>Once sent it remembers which report it became and nothing else, so that the form sent twice gives one report.
 */
@Entity
@Table(name = "draft")
@NamedQuery(
        name = "Draft.findExpired",
        query = "select d from Draft d where d.tokenHash = :hash and d.expiresAt <= :now")
@NamedQuery(name = "Draft.find", query = "select d from Draft d where d.tokenHash = :hash and d.expiresAt > :now")
class Draft extends DraftRow {

    private static final int ADDRESS_KEPT = 200;
    private static final int TITLE_KEPT = 1000;
    private static final int DESCRIPTION_KEPT = 12_000;
    private static final int PHONE_KEPT = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "draft_number")
    @SequenceGenerator(name = "draft_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    private Double lat;

    private Double lon;

    @Column(length = ADDRESS_KEPT)
    private String address;

    @Column(name = "authority_code", length = 8)
    private String authorityCode;

    @Column(name = "category_code", length = 40)
    private String categoryCode;

    @Column(length = TITLE_KEPT)
    private String title;

    @Column(length = DESCRIPTION_KEPT)
    private String description;

    @Column(length = PHONE_KEPT)
    private String phone;

    @Column(name = "report_id")
    private Long reportId;

    @ElementCollection
    @CollectionTable(name = "draft_answer", joinColumns = @JoinColumn(name = "draft_id"))
    @MapKeyColumn(name = "question_code", length = 60)
    @Column(name = "value", nullable = false, length = TypedAnswers.KEPT)
    private Map<String, String> answers = new HashMap<>();

    protected Draft() {}

    Draft(SecretToken token, Language language) {
        super(token, language);
    }

    /** Takes over what has been typed. */
    void write(DraftFields fields, Instant now, Duration lifetime) {
        boolean moved = !Objects.equals(lat, finite(fields.lat())) || !Objects.equals(lon, finite(fields.lon()));
        lat = finite(fields.lat());
        lon = finite(fields.lon());
        if (moved || fields.address() != null) {
            address = TypedText.line(fields.address(), ADDRESS_KEPT);
        }
        authorityCode = TypedText.line(fields.authorityCode(), 8);
        categoryCode = TypedText.line(fields.categoryCode(), 40);
        title = TypedText.line(fields.title(), TITLE_KEPT);
        description = TypedText.lines(fields.description(), DESCRIPTION_KEPT);
        phone = TypedText.line(fields.phone(), PHONE_KEPT);
        writePerson(fields.name(), fields.email(), fields.showName());
        touch(now, lifetime);
    }

    /** Takes over what has been answered; what was answered before to other questions stays. */
    void answer(TypedAnswers newer) {
        Map<String, String> both = answers().with(newer).byKey();
        answers.keySet().retainAll(both.keySet());
        both.forEach((key, value) -> {
            if (!value.equals(answers.get(key))) {
                answers.put(key, value);
            }
        });
    }

    TypedAnswers answers() {
        return new TypedAnswers(answers);
    }

    /** Takes over the address alone, provided that it is about the place that the draft has. */
    void addAddress(DraftFields addressed) {
        if (hasPlace() && lat.equals(addressed.lat()) && lon.equals(addressed.lon())) {
            address = TypedText.line(addressed.address(), ADDRESS_KEPT);
        }
    }

    /** It has become that report, which has everything from now on; the person goes from here. */
    void becomes(Report report, Instant now, Duration lifetime) {
        write(DraftFields.EMPTY, now, lifetime);
        answers.clear();
        reportId = report.id();
    }

    /** The database has no NaN, and it is no place either. */
    private static Double finite(Double degrees) {
        return degrees != null && Double.isFinite(degrees) ? degrees : null;
    }

    Long id() {
        return id;
    }

    OptionalLong reportId() {
        return reportId == null ? OptionalLong.empty() : OptionalLong.of(reportId);
    }

    boolean isSent() {
        return reportId != null;
    }

    boolean hasPlace() {
        return lat != null && lon != null;
    }

    /** Where it is; empty also when the numbers are no position on earth. */
    Optional<Position> position() {
        return hasPlace() ? Position.find(lat, lon) : Optional.empty();
    }

    DraftFields fields() {
        return new DraftFields(
                lat,
                lon,
                address,
                authorityCode,
                categoryCode,
                title,
                description,
                name(),
                email(),
                phone,
                showsName());
    }
}
