package se.fixamingata.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.jobs.timetable.CronTime;

/** How long everything is kept. No period is shorter than a day: a slip of the pen must not empty the service. */
@ApplicationScoped
public class RetentionPeriods {

    @Inject
    @ConfigProperty(name = "fmg.retention.unconfirmed.days")
    int unconfirmedDays;

    @Inject
    @ConfigProperty(name = "fmg.retention.links.days")
    int linksDays;

    @Inject
    @ConfigProperty(name = "fmg.retention.incoming.mail.days")
    int receivedMailDays;

    @Inject
    @ConfigProperty(name = "fmg.retention.unknown.mail.days")
    int unknownMailDays;

    @Inject
    @ConfigProperty(name = "fmg.retention.closed.months")
    int closedMonths;

    @Inject
    @ConfigProperty(name = "fmg.retention.accounts.months")
    int accountMonths;

    @Inject
    @ConfigProperty(name = "fmg.retention.accounts.warned.days")
    int warnedDays;

    @Inject
    @ConfigProperty(name = "fmg.retention.mails.days")
    int mailDays;

    @Inject
    @ConfigProperty(name = "fmg.retention.attempts.days")
    int attemptDays;

    @Inject
    @ConfigProperty(name = "fmg.retention.invitations.days")
    int invitationDays;

    /** For the container. */
    public RetentionPeriods() {}

    /** For tests: the usual periods, but for those. */
    public RetentionPeriods(int unconfirmedDays, int linksDays) {
        this.unconfirmedDays = unconfirmedDays;
        this.linksDays = linksDays;
        this.receivedMailDays = 90;
        this.unknownMailDays = 365;
        this.closedMonths = 3;
        this.accountMonths = 12;
        this.warnedDays = 30;
        this.mailDays = 30;
        this.attemptDays = 365;
        this.invitationDays = 30;
    }

    /** From sending a report until it is deleted when nobody has confirmed it. */
    public Duration unconfirmed() {
        return Duration.ofDays(unconfirmedDays);
    }

    /** From the end of a secret link's validity until we no longer know that there was one, and its page says so. */
    public Duration links() {
        return Duration.ofDays(linksDays);
    }

    /** How long that rule waits: months or days. */
    public Period of(RetentionRule rule) {
        Period period =
                switch (rule) {
                    case REPORT, COMMENT -> Period.ofMonths(closedMonths);
                    case ACCOUNT_WARNING -> Period.ofMonths(accountMonths);
                    case ACCOUNT -> Period.ofDays(warnedDays);
                    case SENT_MAIL -> Period.ofDays(mailDays);
                    case RECEIVED_MAIL -> Period.ofDays(receivedMailDays);
                    case UNKNOWN_MAIL -> Period.ofDays(unknownMailDays);
                    case ATTEMPT -> Period.ofDays(attemptDays);
                    case INVITATION -> Period.ofDays(invitationDays);
                    case UNCONFIRMED_REPORT, UNCONFIRMED_COMMENT, UNCONFIRMED_SUBSCRIPTION, ENDED_SUBSCRIPTION ->
                        Period.ofDays(unconfirmedDays);
                };
        if (period.isZero() || period.isNegative()) {
            throw new IllegalStateException("No period of retention is shorter than a day: " + rule.code());
        }
        return period;
    }

    /** Before which moment it must have happened to go that night. */
    Instant limit(RetentionRule rule, RetentionNight night) {
        return rule.isNightly()
                ? day(rule, night).atStartOfDay(CronTime.ZONE).toInstant()
                : night.now().minus(Duration.ofDays(of(rule).getDays()));
    }

    /** Before which Swedish day. */
    LocalDate day(RetentionRule rule, RetentionNight night) {
        return night.day().minus(of(rule));
    }
}
