package se.fixamingata.deadline;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Category;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.shared.OneAtATime;

/** An authority's administrator sets how many working days there are; the open reports get their new days at once. */
@Stateless
public class DeadlineTable {

    /** The row that holds for all categories without days of their own. */
    public static final String ALL = "*";

    /** Longer is somebody's joke. */
    private static final int DIGITS = 4;

    /** Of reports whose clock runs. */
    private static final String RECKON = "update report r join working_day b on b.day = r.due_from" + DueSql.rules()
            + DueSql.due("r.due_paused_days")
            + " set r.answer_due_on = a.day, r.solve_due_on = s.day where r.authority_code = ?3 and r.status in "
            + DueSql.OPEN + " and (r.answer_due_on <> a.day or r.solve_due_on <> s.day)";

    @Inject
    EntityManager em;

    @Inject
    DeadlineRules rules;

    @Inject
    CategoryCatalogue catalogue;

    @Inject
    OneAtATime turns;

    @Inject
    AuditTrail audit;

    /** For the container. */
    public DeadlineTable() {}

    /** For tests. */
    DeadlineTable(
            EntityManager em, DeadlineRules rules, CategoryCatalogue catalogue, OneAtATime turns, AuditTrail audit) {
        this.em = em;
        this.rules = rules;
        this.catalogue = catalogue;
        this.turns = turns;
        this.audit = audit;
    }

    /** @throws se.fixamingata.account.NotPermitted unless the caller administers that authority */
    public DeadlineView find(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return view(authorityCode, stored(authorityCode));
    }

    private Map<String, Deadline> stored(String authorityCode) {
        Map<String, Deadline> stored = new TreeMap<>();
        em.createNamedQuery("Deadline.ofAuthority", Deadline.class)
                .setParameter("authority", authorityCode)
                .getResultList()
                .forEach(one -> stored.put(Objects.requireNonNullElse(one.categoryCode(), ALL), one));
        return stored;
    }

    /** For all, what the authority takes, and what it no longer takes but has days for. */
    private DeadlineView view(String authorityCode, Map<String, Deadline> stored) {
        Map<String, DueDays> rows = new LinkedHashMap<>();
        rows.put(ALL, null);
        boolean roads = Authority.STATE_ROADS.equals(authorityCode);
        catalogue.availableIn(authorityCode).stream()
                .map(Category::code)
                .filter(code -> code.equals(Category.STATE_ROAD) == roads)
                .forEach(code -> rows.put(code, null));
        stored.forEach((code, deadline) -> rows.put(code, deadline.days()));
        return new DeadlineView(rows, rules.standard());
    }

    /**
     * Saves the whole table, or nothing of it.
     *
     * @throws se.fixamingata.account.NotPermitted unless the caller administers that authority
     */
    public DeadlineResult save(Caller caller, String authorityCode, DeadlineForm form) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        turns.enter("deadlines:" + authorityCode);
        Map<String, Deadline> stored = stored(authorityCode);
        DeadlineView before = view(authorityCode, stored);
        Map<String, String> problems = new HashMap<>();
        Map<String, Optional<DueDays>> wanted = new LinkedHashMap<>();
        before.own().keySet().stream()
                .filter(form.typed()::containsKey)
                .forEach(code -> wanted.put(code, days(code, form.typed().get(code), problems)));
        if (!problems.isEmpty()) {
            return new DeadlineResult.Invalid(problems);
        }
        if (!before.mark().equals(form.mark())) {
            return new DeadlineResult.Conflict();
        }
        wanted.forEach((code, days) -> set(caller, authorityCode, code, days.orElse(null), stored.get(code)));
        return new DeadlineResult.Saved(reckon(authorityCode));
    }

    private static Optional<DueDays> days(String code, DeadlineForm.Typed typed, Map<String, String> problems) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> answer = number("answer-" + code, typed.answer(), problems);
        Optional<Integer> solve = number("solve-" + code, typed.solve(), problems);
        if (answer.isEmpty() || solve.isEmpty()) {
            return Optional.empty();
        }
        if (answer.get() > solve.get()) {
            problems.put("answer-" + code, "deadline.answer.after");
            return Optional.empty();
        }
        return Optional.of(new DueDays(answer.get(), solve.get()));
    }

    private static Optional<Integer> number(String field, String typed, Map<String, String> problems) {
        String text = typed.strip();
        if (text.isEmpty()) {
            problems.put(field, "deadline.missing");
            return Optional.empty();
        }
        Optional<Integer> number = Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1," + DIGITS + "}"))
                .map(Integer::valueOf)
                .filter(DueDays::isAllowed);
        if (number.isEmpty()) {
            problems.put(field, "deadline.number");
        }
        return number;
    }

    /** @param days null for none; @param stored null when there were none */
    private void set(Caller caller, String authorityCode, String code, DueDays days, Deadline stored) {
        DueDays before = stored == null ? null : stored.days();
        if (Objects.equals(before, days)) {
            return;
        }
        if (days == null) {
            em.remove(stored);
        } else if (stored == null) {
            em.persist(new Deadline(authorityCode, code.equals(ALL) ? null : code, days));
        } else {
            stored.set(days);
        }
        audit.record(
                caller.accountId(), authorityCode, "deadline.changed", "category:" + code, text(before), text(days));
    }

    private static String text(DueDays days) {
        return days == null ? null : days.answer() + "/" + days.solve();
    }

    /** One statement, whatever was changed: with the days as they are stored now. */
    private int reckon(String authorityCode) {
        em.flush();
        DueDays standard = rules.standard();
        return em.createNativeQuery(RECKON)
                .setParameter(1, standard.answer())
                .setParameter(2, standard.solve())
                .setParameter(3, authorityCode)
                .executeUpdate();
    }
}
