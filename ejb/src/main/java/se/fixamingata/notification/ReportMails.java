package se.fixamingata.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.delivery.Deliveries;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.delivery.DeliveryView;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.municipality.AuthorityKind;
import se.fixamingata.report.Report;
import se.fixamingata.report.Visibility;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

/** What the first mails to a reporter say: confirm it, we have it, the authority has it. */
@ApplicationScoped
public class ReportMails implements MailContent {

    /** Sent as soon as something is mended or opened again. */
    private static final Set<DeliveryState> LATER =
            EnumSet.of(DeliveryState.PARKED, DeliveryState.PAUSED, DeliveryState.BOUNCED);

    @Inject
    EntityManager em;

    @Inject
    ReportReading reading;

    @Inject
    Deliveries deliveries;

    @Inject
    SecretLinks links;

    @Inject
    ReporterLinks reporterLinks;

    @Inject
    ServiceSettings service;

    @Inject
    @ConfigProperty(name = "fmg.confirmation.lifetime")
    Duration confirmationLifetime;

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(
                NotificationKind.CONFIRM_REPORT, NotificationKind.REPORT_RECEIVED, NotificationKind.REPORT_SENT);
    }

    /** Nobody wants it when the report has been confirmed, or its address corrected or forgotten, since it was planned. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        Report report = em.find(Report.class, notification.reportId());
        if (!isWanted(notification, report)) {
            return Optional.empty();
        }
        Optional<DeliveryView> way = way(notification);
        String authority = way.map(DeliveryView::authorityCode).orElse(report.authorityCode());
        return reading.find(report.id(), authority)
                .map(facts -> MailTask.of(notification, values(notification, facts, way), Optional.of(report)));
    }

    /** The newest one that the mail can mean: "it has been sent" is about one that was. */
    private Optional<DeliveryView> way(Notification notification) {
        return deliveries.ofReport(notification.reportId()).stream()
                .filter(way ->
                        notification.kind() != NotificationKind.REPORT_SENT || way.state() == DeliveryState.DELIVERED)
                .reduce((older, newer) -> newer);
    }

    private static boolean isWanted(Notification notification, Report report) {
        return !report.reporter().isForgotten()
                && (notification.kind() != NotificationKind.CONFIRM_REPORT
                        || (!report.isConfirmed() && report.reporter().email().equals(notification.recipient())));
    }

    private Map<String, Object> values(Notification notification, ReportFacts facts, Optional<DeliveryView> way) {
        Map<String, Object> values = facts.values(notification.language());
        values.put("link", link(notification));
        values.put("url", page(notification, facts));
        values.put("open", facts.report().visibility() == Visibility.PUBLIC);
        values.put("days", confirmationLifetime.toDays());
        standing(facts, way, notification.language(), values);
        return values;
    }

    private String link(Notification notification) {
        return notification.kind() == NotificationKind.CONFIRM_REPORT
                ? service.link("/bekrafta/"
                        + links.issue(Purpose.CONFIRM_REPORT, notification.reportId(), confirmationLifetime)
                                .text())
                : "";
    }

    /** The page as its reporter sees it, once there is one. What a moderator has hidden has none. */
    private String page(Notification notification, ReportFacts facts) {
        return notification.kind() == NotificationKind.CONFIRM_REPORT
                        || facts.report().visibility() == Visibility.HIDDEN
                ? facts.url()
                : reporterLinks.page(notification.reportId());
    }

    private static void standing(
            ReportFacts facts, Optional<DeliveryView> way, Language language, Map<String, Object> values) {
        Optional<DeliveryState> state = way.map(DeliveryView::state);
        boolean refusing = state.map(s -> s == DeliveryState.NOT_ACCEPTED)
                .orElse(facts.authority().refuses());
        values.put("refusing", refusing);
        values.put("refusal", facts.authority().refusal(language).orElse(""));
        values.put("refusalUrl", facts.authority().refusalUrl().orElse(""));
        boolean homeless = is(state, DeliveryState.WAITING_FOR_ADDRESS);
        boolean lettered = way.map(w -> w.channel() == ChannelKind.MAIL).orElse(true);
        values.put("waiting", homeless && lettered);
        values.put("later", state.filter(LATER::contains).isPresent() || homeless && !lettered);
        values.put("municipal", facts.authority().kind() == AuthorityKind.MUNICIPALITY);
        values.put("delivered", is(state, DeliveryState.DELIVERED));
        values.put("onItsWay", is(state, DeliveryState.DUE));
        values.put("toFetch", is(state, DeliveryState.TO_FETCH));
        values.put("handled", is(state, DeliveryState.HANDLED));
        values.put(
                "deliveredAt",
                way.map(DeliveryView::deliveredAt)
                        .map(at -> ReportFacts.moment(at, language))
                        .orElse(""));
    }

    private static boolean is(Optional<DeliveryState> state, DeliveryState wanted) {
        return state.filter(one -> one == wanted).isPresent();
    }
}
