package se.fixamingata.operatordesk.service;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which settings' values are shown: those that are named here, and no other. Of everything else is told whether it is set; a password
 * that somebody adds tomorrow is safe without anybody thinking of this class.
 */
final class ShownSettings {

    /** As microprofile-config.properties of the application has it; everything above is somebody's environment. */
    private static final int SHIPPED = 100;

    static final Set<String> SHOWN = Set.of(
            "fmg.abuse.reports.per.hour",
            "fmg.alarm.email",
            "fmg.alarm.hours",
            "fmg.authorities.file",
            "fmg.bulk.portion",
            "fmg.comments.per.hour",
            "fmg.confirmation.lifetime",
            "fmg.confirmation.mails.per.hour",
            "fmg.contact.email",
            "fmg.deadline.answer.days",
            "fmg.deadline.solve.days",
            "fmg.demo",
            "fmg.dev.mail",
            "fmg.draft.lifetime",
            "fmg.draft.photos.total",
            "fmg.follow.mails.per.hour",
            "fmg.geodata",
            "fmg.handle.link.lifetime",
            "fmg.jobs.enabled",
            "fmg.jobs.hanging.after",
            "fmg.jobs.server.gone",
            "fmg.limit.api",
            "fmg.limit.comment",
            "fmg.limit.key",
            "fmg.limit.photo",
            "fmg.limit.picture",
            "fmg.limit.report",
            "fmg.limit.search",
            "fmg.limit.signin",
            "fmg.limits.enabled",
            "fmg.mail.from",
            "fmg.mailbox.authserv.id",
            "fmg.mailbox.folder",
            "fmg.mailbox.host",
            "fmg.mailbox.interval",
            "fmg.mailbox.largest.bytes",
            "fmg.mailbox.own.hops",
            "fmg.mailbox.port",
            "fmg.mailbox.protocol",
            "fmg.mailbox.starttls",
            "fmg.mailbox.waiting.hours",
            "fmg.nominatim.interval",
            "fmg.nominatim.timeout",
            "fmg.oidc.timeout",
            "fmg.open311.look.after",
            "fmg.open311.poll.every",
            "fmg.open311.poll.overlap",
            "fmg.open311.poll.workers",
            "fmg.open311.timeout",
            "fmg.operator.second-factor",
            "fmg.outgoing.networks",
            "fmg.public.url",
            "fmg.question.fixed.after.days",
            "fmg.question.late.days",
            "fmg.question.lifetime",
            "fmg.question.open.after.days",
            "fmg.question.wait",
            "fmg.reminder.again",
            "fmg.reminder.every.days",
            "fmg.reminder.listed",
            "fmg.reporter.link.lifetime",
            "fmg.reports.per.hour",
            "fmg.retention.accounts.months",
            "fmg.retention.accounts.warned.days",
            "fmg.retention.attempts.days",
            "fmg.retention.closed.months",
            "fmg.retention.faults",
            "fmg.retention.incoming.mail.days",
            "fmg.retention.invitations.days",
            "fmg.retention.job.runs",
            "fmg.retention.links.days",
            "fmg.retention.mails.days",
            "fmg.retention.unconfirmed.days",
            "fmg.retention.unknown.mail.days",
            "fmg.sending.batch",
            "fmg.sending.enabled",
            "fmg.sending.servers",
            "fmg.sending.workers",
            "fmg.session.idle",
            "fmg.session.longest",
            "fmg.session.remembered",
            "fmg.signin.failures",
            "fmg.signin.link.lifetime",
            "fmg.signin.links.per.hour",
            "fmg.signin.lock",
            "fmg.smtp.host",
            "fmg.smtp.port",
            "fmg.smtp.starttls",
            "fmg.statistics.expected.reports",
            "fmg.subscription.mails.per.second",
            "fmg.subscription.manage.lifetime",
            "fmg.subscription.most",
            "fmg.subscription.news.age",
            "fmg.tile.attribution",
            "fmg.tile.max.zoom",
            "fmg.trusted.proxies");

    /** What has no value to show, and may be missing from every source: whether it is set is worth knowing. */
    static final Set<String> TOLD = Set.of(
            "fmg.demo.open311.url",
            "fmg.mail.reply.address",
            "fmg.mailbox.password",
            "fmg.mailbox.user",
            "fmg.nominatim.url",
            "fmg.smtp.password",
            "fmg.smtp.user",
            "fmg.tile.url");

    private ShownSettings() {}

    /** Those and all others of ours that a source knows, by name. */
    static Set<String> names(Iterable<String> known) {
        Set<String> names = new TreeSet<>(SHOWN);
        names.addAll(TOLD);
        known.forEach(
                name -> Stream.of(name).filter(one -> one.startsWith("fmg.")).forEach(names::add));
        return names;
    }

    /**
     * @param value of a name; null for none
     * @param ordinal of the source it comes from
     */
    static SettingLine line(String name, Function<String, String> value, Function<String, Integer> ordinal) {
        String found = value.apply(name);
        boolean set = found != null && !found.isEmpty();
        boolean shown = SHOWN.contains(name);
        return new SettingLine(name, shown && set ? found : null, set, shown, ordinal.apply(name) <= SHIPPED);
    }
}
