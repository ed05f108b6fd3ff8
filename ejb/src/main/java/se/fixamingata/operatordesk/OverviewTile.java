package se.fixamingata.operatordesk;

import java.util.Locale;

/** What an operator should look at today, the most urgent first. What waits for a decision is no fault. */
public enum OverviewTile {
    DELIVERIES(true, "select 1 from delivery where state in ('PARKED', 'BOUNCED')"),
    MAILS(true, "select 1 from notification where state = 'PARKED'"),
    ALARMS(true, "select 1 from integration where alarmed_at is not null"),
    JOBS(
            true,
            "select 1 from job_run where id in (select max(l.id) from job_run l group by l.job)"
                    + " and (status in ('FAILED', 'LOST') or hanging_since is not null and running is not null)"),
    HOMELESS(true, "select 1 from delivery where state = 'WAITING_FOR_ADDRESS'"),
    MODERATION(true, "select distinct subject, subject_id from abuse_report where verdict is null"),
    MESSAGES(false, "select 1 from site_message where starts_at <= ?1 and ends_at > ?1"),
    BLOCKED(false, "select 1 from blocked_address where until_at > ?1");

    /** More are not counted. */
    public static final int COUNTED = 1000;

    private final boolean look;
    private final String rows;

    OverviewTile(boolean look, String rows) {
        this.look = look;
        this.rows = rows;
    }

    /** Whether somebody should look when there is any; else it is only good to know. */
    public boolean isToLookAt() {
        return look;
    }

    /** How many, up to {@link #COUNTED}; {@code ?1} is now. */
    String count() {
        return "(select count(*) from (" + rows + " limit " + COUNTED + ") " + name().toLowerCase(Locale.ROOT) + ")";
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
