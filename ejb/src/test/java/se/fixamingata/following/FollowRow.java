package se.fixamingata.following;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.subscription.Frequency;

/** Somebody who follows a report, as a row. */
public final class FollowRow {

    private FollowRow() {}

    /** Follows since long ago. */
    public static void add(EntityManager em, long report, String email, Frequency frequency) {
        em.createNativeQuery("insert into subscription (id, report_id, email, language, state, frequency, created_at,"
                        + " confirmed_at, version) values (next value for inner_number, ?1, ?2, 'sv', 'ACTIVE', ?3,"
                        + " '2026-10-01', '2026-10-01', 1)")
                .setParameter(1, report)
                .setParameter(2, email)
                .setParameter(3, frequency.name())
                .executeUpdate();
    }

    /** Something that everybody may know has happened to it. */
    public static void history(EntityManager em, long report, Instant at) {
        history(em, report, at, ReportStatus.PLANNED);
    }

    /**
     * The same with that status.
     *
     * @return the entry's number
     */
    public static long history(EntityManager em, long report, Instant at, ReportStatus status) {
        long id = ((Number) em.createNativeQuery("select next value for inner_number")
                        .getSingleResult())
                .longValue();
        em.createNativeQuery("insert into history_entry (id, report_id, at, kind, actor, from_status, to_status)"
                        + " values (?4, ?1, ?2, 'STATUS', 'AUTHORITY', 'REPORTED', ?3)")
                .setParameter(1, report)
                .setParameter(2, SqlTime.text(at))
                .setParameter(3, status.name())
                .setParameter(4, id)
                .executeUpdate();
        return id;
    }
}
