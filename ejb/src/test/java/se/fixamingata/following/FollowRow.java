package se.fixamingata.following;

import jakarta.persistence.EntityManager;
import java.time.Instant;
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
        em.createNativeQuery("insert into history_entry (id, report_id, at, kind, actor, from_status, to_status)"
                        + " values (next value for inner_number, ?1, ?2, 'STATUS', 'AUTHORITY', 'REPORTED', 'PLANNED')")
                .setParameter(1, report)
                .setParameter(2, SqlTime.text(at))
                .executeUpdate();
    }
}
