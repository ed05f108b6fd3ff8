package se.fixamingata.retention;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why what a report holds of people is still needed although its time is over. */
public enum Delay {
    /** Somebody has said so: a dispute, an inquiry. */
    HOLD("report_hold x where x.report_id = %s"),
    /** It has not arrived at the authority. */
    DELIVERY("delivery x where x.report_id = %s and x.state in (" + Delay.ON_ITS_WAY + ")"),
    /** A resident's words have not arrived at the authority's system. */
    WORDS("update_delivery x where x.report_id = %s and x.state in ('DUE', 'WAITING_FOR_NUMBER', 'PAUSED', 'PARKED')"),
    /** A mail about it waits. */
    MAIL("notification x where x.report_id = %s and x.state in ('DUE', 'WAITING_FOR_ADDRESS')"),
    /** A mail that came in waits for somebody to decide. */
    REPLY("incoming_mail x where x.report_id = %s and x.state in ('RECEIVED', 'WAITING', 'UNKNOWN')"),
    /** "Is it fixed?" is asked, and the answer may still come. */
    QUESTION(
            "secret_link x where x.report_id = %s and x.purpose = 'QUESTION' and x.used_at is null and x.revoked_at is null"
                    + " and x.expires_at > :now"),
    /** A report of abuse waits for a moderator. */
    ABUSE("abuse_report x where x.report_id = %s and x.verdict is null");

    static final String CLOSED = "'FIXED', 'NO_ACTION', 'NOT_RESPONSIBLE', 'DUPLICATE'";
    static final String ON_ITS_WAY = "'WAITING_FOR_ADDRESS', 'DUE', 'PARKED', 'PAUSED', 'TO_FETCH', 'BOUNCED'";

    private final String rows;

    Delay(String rows) {
        this.rows = rows;
    }

    /** In message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String exists(String report) {
        return "exists (select 1 from " + rows.formatted(report) + ")";
    }

    /** That nothing delays that report. */
    static String none(String report) {
        return Arrays.stream(values())
                .map(delay -> "not " + delay.exists(report))
                .collect(Collectors.joining(" and "));
    }

    /** That an account is nobody's who works here, and that none of its reports is open or held. */
    static String noStake(String account) {
        return "not " + account + ".operator and not exists (select 1 from membership m where m.account_id = " + account
                + ".id) and not " + stake("r.reporter_account = " + account + ".id") + " and not "
                + stake("r.reporter_email = " + account + ".email");
    }

    private static String stake(String whose) {
        return "exists (select 1 from report r where " + whose + " and r.status <> 'UNCONFIRMED' and (r.status not in ("
                + CLOSED + ") or exists (select 1 from report_hold x where x.report_id = r.id)))";
    }
}
