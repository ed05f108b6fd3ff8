package se.fixamingata.answer;

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
import jakarta.persistence.Version;
import java.time.Instant;
import se.fixamingata.report.ReportStatus;

/** Words that an authority keeps ready. Its name is unique within the authority. */
@Entity
@Table(name = "response_template")
@NamedQuery(
        name = "ResponseTemplate.ofAuthority",
        query = "select t from ResponseTemplate t where t.authorityCode = :authority order by t.name")
@NamedQuery(
        name = "ResponseTemplate.forCategory",
        query = "select t from ResponseTemplate t where t.authorityCode = :authority"
                + " and (t.categoryCode is null or t.categoryCode = :category) order by t.name")
@NamedQuery(
        name = "ResponseTemplate.count",
        query = "select count(t) from ResponseTemplate t where t.authorityCode = :authority")
@NamedQuery(
        name = "ResponseTemplate.named",
        query = "select t from ResponseTemplate t where t.authorityCode = :authority and t.name = :name")
class ResponseTemplate {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "template_number")
    @SequenceGenerator(name = "template_number", sequenceName = "inner_number", allocationSize = 500)
    private Long id;

    @Column(name = "authority_code", nullable = false, length = 8)
    private String authorityCode;

    @Column(nullable = false, length = TemplateRules.NAME_MAX)
    private String name;

    @Enumerated(EnumType.STRING)
    private ReportStatus status;

    @Column(name = "category_code", length = 40)
    private String categoryCode;

    @Column(nullable = false, length = TemplateRules.TEXT_MAX)
    private String text;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private int version;

    protected ResponseTemplate() {}

    ResponseTemplate(String authorityCode, TemplateFields fields, Instant now) {
        this.authorityCode = authorityCode;
        change(fields, now);
    }

    final void change(TemplateFields fields, Instant now) {
        name = fields.name();
        status = fields.status();
        categoryCode = fields.categoryCode();
        text = fields.text();
        changedAt = now;
    }

    Long id() {
        return id;
    }

    String authorityCode() {
        return authorityCode;
    }

    String text() {
        return text;
    }

    ReportStatus status() {
        return status;
    }

    int version() {
        return version;
    }

    TemplateView view() {
        return new TemplateView(
                id, authorityCode, name, status, categoryCode, text, changedAt, version, Placeholders.unknown(text));
    }

    /** For the audit trail; nothing in a template is personal. */
    @Override
    public String toString() {
        return name + " | " + (status == null ? "*" : status.code()) + " | "
                + (categoryCode == null ? "*" : categoryCode) + " | " + text;
    }
}
