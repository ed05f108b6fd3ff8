package se.fixamingata.answer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.report.Report;
import se.fixamingata.shared.OneAtATime;

/** An authority's templates: its caseworkers use them, its administrators decide about them. */
@Stateless
public class ResponseTemplates {

    @Inject
    EntityManager em;

    @Inject
    Categories categories;

    @Inject
    TemplateValues values;

    @Inject
    AuditTrail audit;

    @Inject
    OneAtATime turns;

    @Inject
    Clock clock;

    /** For the container. */
    public ResponseTemplates() {}

    /** For tests. */
    ResponseTemplates(
            EntityManager em,
            Categories categories,
            TemplateValues values,
            AuditTrail audit,
            OneAtATime turns,
            Clock clock) {
        this.em = em;
        this.categories = categories;
        this.values = values;
        this.audit = audit;
        this.turns = turns;
        this.clock = clock;
    }

    /** All of that authority, by name. */
    public List<TemplateView> list(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.HANDLE, authorityCode);
        return named("ResponseTemplate.ofAuthority", authorityCode)
                .getResultStream()
                .map(ResponseTemplate::view)
                .toList();
    }

    public Optional<TemplateView> find(Caller caller, long id) {
        return Optional.ofNullable(em.find(ResponseTemplate.class, id))
                .filter(template -> Permissions.may(caller, Right.HANDLE, template.authorityCode()))
                .map(ResponseTemplate::view);
    }

    /** Those that fit the category of the report, which is the caller's to answer, by name. */
    public List<TemplateView> fitting(Caller caller, String authorityCode, String categoryCode) {
        Permissions.require(caller, Right.HANDLE, authorityCode);
        return named("ResponseTemplate.forCategory", authorityCode)
                .setParameter("category", categoryCode)
                .getResultStream()
                .map(ResponseTemplate::view)
                .toList();
    }

    /**
     * The template's text with the values of the report.
     *
     * @return empty when there is no such template any more
     */
    public Optional<FilledText> fill(Caller caller, long id, long reportId, TemplateUse use) {
        Report report = em.find(Report.class, reportId);
        Permissions.require(caller, Right.HANDLE, report);
        return Optional.ofNullable(em.find(ResponseTemplate.class, id))
                .filter(template -> template.authorityCode().equals(report.authorityCode()))
                .map(template -> Placeholders.fill(template.text(), values.of(report, caller, use)));
    }

    public TemplateResult create(Caller caller, String authorityCode, TemplateFields typed) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        turns.enter("templates:" + authorityCode);
        TemplateFields fields = TemplateRules.cleaned(typed);
        List<TemplateProblem> problems = problems(authorityCode, null, fields);
        if (!problems.isEmpty()) {
            return new TemplateResult.Invalid(problems);
        }
        ResponseTemplate template = new ResponseTemplate(authorityCode, fields, clock.instant());
        em.persist(template);
        em.flush();
        record(caller, template, "template.created", null, template.toString());
        return new TemplateResult.Done(template.id());
    }

    /** @param seenVersion of the template when the form was filled in */
    public TemplateResult change(Caller caller, long id, int seenVersion, TemplateFields typed) {
        ResponseTemplate template = mine(caller, id);
        if (template == null) {
            return new TemplateResult.Gone();
        }
        if (template.version() != seenVersion) {
            return new TemplateResult.Conflict(template.view());
        }
        TemplateFields fields = TemplateRules.cleaned(typed);
        List<TemplateProblem> problems = problems(template.authorityCode(), id, fields);
        if (!problems.isEmpty()) {
            return new TemplateResult.Invalid(problems);
        }
        String before = template.toString();
        template.change(fields, clock.instant());
        record(caller, template, "template.changed", before, template.toString());
        return new TemplateResult.Done(id);
    }

    /** @param seenVersion of the template when the button was shown */
    public TemplateResult delete(Caller caller, long id, int seenVersion) {
        ResponseTemplate template = mine(caller, id);
        if (template == null) {
            return new TemplateResult.Gone();
        }
        if (template.version() != seenVersion) {
            return new TemplateResult.Conflict(template.view());
        }
        em.remove(template);
        record(caller, template, "template.deleted", template.toString(), null);
        return new TemplateResult.Done(id);
    }

    /** Taken so that nobody else changes any of that authority's meanwhile, and read as it is then; null when it is gone. */
    private ResponseTemplate mine(Caller caller, long id) {
        ResponseTemplate before = em.find(ResponseTemplate.class, id);
        if (before == null) {
            return null;
        }
        Permissions.require(caller, Right.ADMINISTER, before.authorityCode());
        turns.enter("templates:" + before.authorityCode());
        em.detach(before);
        return em.find(ResponseTemplate.class, id);
    }

    private List<TemplateProblem> problems(String authorityCode, Long own, TemplateFields fields) {
        List<TemplateProblem> problems = TemplateRules.problems(fields, categories);
        boolean taken = em.createNamedQuery("ResponseTemplate.named", ResponseTemplate.class)
                .setParameter("authority", authorityCode)
                .setParameter("name", fields.name())
                .getResultStream()
                .anyMatch(other -> !other.id().equals(own));
        if (taken) {
            problems.add(new TemplateProblem("name", "template.name.taken"));
        }
        long count = em.createNamedQuery("ResponseTemplate.count", Long.class)
                .setParameter("authority", authorityCode)
                .getSingleResult();
        if (own == null && count >= TemplateRules.MOST) {
            problems.add(new TemplateProblem("name", "template.name.many", TemplateRules.MOST));
        }
        return problems;
    }

    private void record(Caller caller, ResponseTemplate template, String action, String before, String after) {
        audit.record(caller.accountId(), template.authorityCode(), action, "template:" + template.id(), before, after);
    }

    private TypedQuery<ResponseTemplate> named(String query, String authorityCode) {
        return em.createNamedQuery(query, ResponseTemplate.class)
                .setParameter("authority", authorityCode)
                .setMaxResults(TemplateRules.MOST);
    }
}
