package se.fixamingata.retention;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What goes when. One condition for the job that takes it, for the page that shows what would go, and for the statement that takes it,
 * which asks once more. In it stand {@code :limit}, before which it must have happened; {@code :day}, the same as a Swedish day; and
 * {@code :now}. Rows are called {@code t} and walked along {@code date} and number.
 */
public enum RetentionRule {
    /** Nobody showed in time that the address was theirs, and no mailed link can any more. The report is deleted. */
    UNCONFIRMED_REPORT(
            "report",
            "submitted_at",
            "t.status = 'UNCONFIRMED' and t.submitted_at < :limit and not exists"
                    + " (select 1 from secret_link l where l.report_id = t.id and l.expires_at > :now)"),
    /** The same of a comment. */
    UNCONFIRMED_COMMENT(
            "report_update",
            "created_at",
            "t.state = 'UNCONFIRMED' and t.created_at < :limit and not exists (select 1 from secret_link l"
                    + " where l.subject_id = t.id and l.purpose = 'CONFIRM_UPDATE' and l.expires_at > :now)"),
    /** Fixed or closed: its people are forgotten, the report stays. */
    REPORT("report", "forget_from", "t.forget_from < :day and " + Delay.none("t.id")),
    /** A comment of a report that is; what was written after the closing has as long. */
    COMMENT(
            "report_update",
            "forget_from",
            "t.forget_from < :limit and exists (select 1 from report r where r.id = t.report_id and r.due_stopped_on < :day"
                    + " and r.status in (" + Delay.CLOSED + ")) and " + Delay.none("t.report_id")),
    /** Nobody has signed in: the owner is warned. */
    ACCOUNT_WARNING(
            "account",
            "used_at",
            "t.used_at < :limit and (t.warned_at is null or t.warned_at <= t.used_at) and " + Delay.noStake("t")),
    /** Warned, and nobody has signed in since: the account is erased. Not before the warning has left the house as long ago. */
    ACCOUNT(
            "account",
            "warned_at",
            "t.warned_at < :limit and t.used_at < t.warned_at and t.used_at < :unused and not exists"
                    + " (select 1 from notification n where n.recipient = t.email and n.kind = 'ACCOUNT_UNUSED'"
                    + " and n.subject_id = t.id and (n.state = 'DUE' or n.sent_at >= :limit)) and "
                    + Delay.noStake("t")),
    /** Mails that were sent, given up or not wanted any more. What waits has no such date. */
    SENT_MAIL("notification", "settled_at", "t.settled_at < :limit"),
    /** Mails that came in and are settled. */
    RECEIVED_MAIL(
            "incoming_mail",
            "received_at",
            "t.state in ('PUBLISHED', 'AUTOMATIC', 'BOUNCE', 'REFUSED', 'HANDLED') and t.received_at < :limit"),
    /** Mails that nobody could tell what they were about, and that nobody has decided about since. */
    UNKNOWN_MAIL("incoming_mail", "received_at", "t.state = 'UNKNOWN' and t.received_at < :limit"),
    /** Attempts to deliver what is not on its way any more. */
    ATTEMPT(
            "delivery_attempt",
            "started_at",
            "t.started_at < :limit and not exists (select 1 from delivery d where d.id = t.delivery_id and d.state in ("
                    + Delay.ON_ITS_WAY + "))"),
    /** Invitations that were accepted, withdrawn or have run out. */
    INVITATION("invitation", "over_at", "t.over_at < :limit"),
    /** Subscriptions that nobody confirmed. */
    UNCONFIRMED_SUBSCRIPTION("subscription", "created_at", "t.state = 'UNCONFIRMED' and t.created_at < :limit"),
    /** Subscriptions that were ended. */
    ENDED_SUBSCRIPTION("subscription", "ended_at", "t.state = 'ENDED' and t.ended_at < :limit");

    private final String table;
    private final String date;
    private final String condition;

    RetentionRule(String table, String date, String condition) {
        this.table = table;
        this.date = "t." + date;
        this.condition = condition;
    }

    /** As it stands in addresses, in message keys and in the audit trail: {@code sent-mail}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RetentionRule> find(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
    }

    /** Whether the job {@code retention} takes it; the others are {@code delete-unconfirmed-reports}'. */
    public boolean isNightly() {
        return switch (this) {
            case REPORT, COMMENT, ACCOUNT_WARNING, ACCOUNT, SENT_MAIL, UNKNOWN_MAIL, ATTEMPT, INVITATION -> true;
            default -> false;
        };
    }

    String table() {
        return table;
    }

    String date() {
        return date;
    }

    String condition() {
        return condition;
    }
}
