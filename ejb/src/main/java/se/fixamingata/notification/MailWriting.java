package se.fixamingata.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.delivery.Deliveries;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.delivery.DeliveryView;
import se.fixamingata.mail.Letter;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.PlacePicture;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.municipality.AuthorityKind;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

/** What mails to people say, from the report as it is at the moment of sending. */
@ApplicationScoped
public class MailWriting {

    private static final String MAP = "karta@fixamingata";

    @Inject
    EntityManager em;

    @Inject
    ReportReading reading;

    @Inject
    Deliveries deliveries;

    @Inject
    SecretLinks links;

    @Inject
    LetterTemplates templates;

    @Inject
    PlacePicture placePicture;

    @Inject
    ServiceSettings service;

    @Inject
    @ConfigProperty(name = "fmg.confirmation.lifetime")
    Duration confirmationLifetime;

    @Inject
    Clock clock;

    /**
     * Reads what the mail will tell, and makes its secret link. Inside a transaction of the caller's.
     *
     * @return empty when nobody wants the mail any more: the report has been confirmed, or its address corrected, since it was planned
     */
    Optional<MailTask> prepare(Notification notification) {
        Report report = em.find(Report.class, notification.reportId());
        if (!isWanted(notification, report)) {
            return Optional.empty();
        }
        Optional<DeliveryView> way = way(notification);
        String authority = way.map(DeliveryView::authorityCode).orElse(report.authorityCode());
        return reading.find(report.id(), authority)
                .map(facts -> new MailTask(
                        notification.kind(),
                        notification.recipient(),
                        notification.language(),
                        notification.messageId(),
                        link(notification),
                        facts,
                        way));
    }

    /** The newest one that the mail can mean: "it has been sent" is about one that was. */
    private Optional<DeliveryView> way(Notification notification) {
        return deliveries.ofReport(notification.reportId()).stream()
                .filter(way ->
                        notification.kind() != NotificationKind.REPORT_SENT || way.state() == DeliveryState.DELIVERED)
                .reduce((older, newer) -> newer);
    }

    private static boolean isWanted(Notification notification, Report report) {
        return notification.kind() != NotificationKind.CONFIRM_REPORT
                || (!report.isConfirmed() && report.reporter().email().equals(notification.recipient()));
    }

    private String link(Notification notification) {
        return notification.kind() == NotificationKind.CONFIRM_REPORT
                ? service.link("/bekrafta/"
                        + links.issue(Purpose.CONFIRM_REPORT, notification.reportId(), confirmationLifetime)
                                .text())
                : "";
    }

    /** Writes the mail; no transaction. */
    Letter write(MailTask task) {
        Optional<byte[]> map = placePicture.draw(task.facts().report());
        Map<String, Object> values = task.facts().values(task.language());
        values.put("recipient", task.recipient());
        values.put("link", task.link());
        values.put("days", confirmationLifetime.toDays());
        values.put("map", map.isPresent() ? MAP : "");
        standing(task, values);
        return new Letter(
                task.messageId(),
                task.recipient(),
                Optional.empty(),
                task.language(),
                templates.write(template(task.kind()), task.language(), values),
                map.map(png -> List.of(new Letter.Part(MAP, "image/png", png))).orElse(List.of()),
                List.of(),
                clock.instant());
    }

    private static String template(NotificationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void standing(MailTask task, Map<String, Object> values) {
        ReportFacts facts = task.facts();
        Language language = task.language();
        Optional<DeliveryView> way = task.way();
        Optional<DeliveryState> state = way.map(DeliveryView::state);
        boolean refusing = state.map(s -> s == DeliveryState.NOT_ACCEPTED)
                .orElse(facts.authority().refuses());
        values.put("refusing", refusing);
        values.put("refusal", facts.authority().refusal(language).orElse(""));
        values.put("refusalUrl", facts.authority().refusalUrl().orElse(""));
        values.put(
                "waiting",
                state.filter(s -> s == DeliveryState.WAITING_FOR_ADDRESS).isPresent());
        values.put("municipal", facts.authority().kind() == AuthorityKind.MUNICIPALITY);
        values.put("delivered", state.filter(s -> s == DeliveryState.DELIVERED).isPresent());
        values.put(
                "onItsWay",
                state.filter(s -> s == DeliveryState.DUE || s == DeliveryState.PARKED)
                        .isPresent());
        values.put(
                "deliveredAt",
                way.map(DeliveryView::deliveredAt)
                        .map(at -> ReportFacts.moment(at, language))
                        .orElse(""));
    }
}
