package se.fixamingata.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;

/**
 * Takes reports out of the hands of somebody who may not handle them any more, all at once: their rows are locked, the history of each
 * open one says so, and each has a new version, so that whoever has it open is told. Closed ones just lose the name, in case they are
 * opened again.
 */
@ApplicationScoped
class Unassigning {

    private static final String OPEN = Arrays.stream(ReportStatus.values())
            .filter(status -> status.group() == StatusGroup.OPEN)
            .map(status -> "'" + status.name() + "'")
            .collect(Collectors.joining(", ", " and status in (", ")"));

    private static final String THEIRS = " where assignee_id = ?1 and authority_code = ?2";

    @Inject
    EntityManager em;

    @Inject
    Authorities authorities;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    Unassigning() {}

    /** For tests. */
    Unassigning(EntityManager em, Authorities authorities, AuditTrail audit, Clock clock) {
        this.em = em;
        this.authorities = authorities;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many open reports of that authority the account is to handle. */
    int open(String authorityCode, long accountId) {
        Object count = bound("select count(*) from report" + THEIRS + OPEN, accountId, authorityCode)
                .getSingleResult();
        return ((Number) count).intValue();
    }

    /** Reports that the account may not handle with that place. Answers how many open ones they were. */
    int whatIsBeyond(Membership place, long accountId, Caller by) {
        if (place.role() == Role.READER) {
            return everything(place.authorityCode(), accountId, by);
        }
        return place.categories().isEmpty() ? 0 : take(place.authorityCode(), accountId, beyond(place), by);
    }

    /** All of that authority's. Answers how many open ones they were. */
    int everything(String authorityCode, long accountId, Caller by) {
        return take(authorityCode, accountId, "", by);
    }

    /** Codes that are known, so nothing that was typed. */
    private static String beyond(Membership place) {
        return new TreeSet<>(place.categories())
                .stream()
                        .filter(code -> code.matches("[a-z0-9_-]+"))
                        .map(code -> "'" + code + "'")
                        .collect(Collectors.joining(", ", " and category_code not in (", ")"));
    }

    private int take(String authorityCode, long accountId, String further, Caller by) {
        em.flush();
        Map<Long, Integer> versions = new LinkedHashMap<>();
        for (Object row : bound(
                        "select id, version from report" + THEIRS + OPEN + further + " order by id for update",
                        accountId,
                        authorityCode)
                .getResultList()) {
            Object[] columns = (Object[]) row;
            versions.put(((Number) columns[0]).longValue(), ((Number) columns[1]).intValue());
        }
        String name = authorities.find(authorityCode).map(Authority::name).orElse(authorityCode);
        Instant now = clock.instant();
        versions.forEach((id, version) ->
                em.persist(HistoryEntry.internal(id, now, HistoryEntry.Kind.ASSIGNED, Actor.AUTHORITY, "", null)
                        .named(name)
                        .by(by.accountId())
                        .atVersion(version)));
        List<Long> reports = new ArrayList<>(versions.keySet());
        audit.recordReports(by.accountId(), authorityCode, "report.assigned", reports, String.valueOf(accountId), null);
        bound(
                        "update report set assignee_id = null, version = version + 1" + THEIRS + OPEN + further,
                        accountId,
                        authorityCode)
                .executeUpdate();
        bound("update report set assignee_id = null" + THEIRS + further, accountId, authorityCode)
                .executeUpdate();
        return reports.size();
    }

    private Query bound(String sql, long accountId, String authorityCode) {
        return em.createNativeQuery(sql).setParameter(1, accountId).setParameter(2, authorityCode);
    }
}
