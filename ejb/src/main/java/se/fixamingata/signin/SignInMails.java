package se.fixamingata.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServiceSettings;

/** What the mails say that let somebody in: the link that signs in, and the invitation. */
@ApplicationScoped
public class SignInMails implements MailContent {

    /** Nobody waits longer for a mail that was to come at once. */
    private static final Duration WANTED = Duration.ofHours(1);

    @Inject
    EntityManager em;

    @Inject
    SecretLinks links;

    @Inject
    Authorities authorities;

    @Inject
    ServiceSettings service;

    @Inject
    @ConfigProperty(name = "fmg.signin.link.lifetime")
    Duration linkLifetime;

    @Inject
    Clock clock;

    /** For the container. */
    public SignInMails() {}

    /** For tests. */
    SignInMails(
            EntityManager em,
            SecretLinks links,
            Authorities authorities,
            ServiceSettings service,
            Duration linkLifetime,
            Clock clock) {
        this.em = em;
        this.links = links;
        this.authorities = authorities;
        this.service = service;
        this.linkLifetime = linkLifetime;
        this.clock = clock;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.SIGN_IN_LINK, NotificationKind.INVITATION);
    }

    @Override
    public Optional<MailTask> prepare(Notification notification) {
        return (notification.kind() == NotificationKind.INVITATION ? invitation(notification) : link(notification))
                .map(values -> MailTask.of(notification, values, Optional.empty()));
    }

    private Optional<Map<String, Object>> link(Notification notification) {
        SignInRequest request = em.find(SignInRequest.class, notification.subjectId());
        if (request == null || request.createdAt().plus(WANTED).isBefore(clock.instant())) {
            return Optional.empty();
        }
        Map<String, Object> values = values();
        values.put("minutes", linkLifetime.toMinutes());
        values.put(
                "link",
                service.link("/logga-in/"
                        + links.issue(Purpose.SIGN_IN, null, request.id(), linkLifetime)
                                .text()));
        return Optional.of(values);
    }

    private Optional<Map<String, Object>> invitation(Notification notification) {
        Invitation invitation = em.find(Invitation.class, notification.subjectId());
        if (invitation == null || invitation.state(clock.instant()) != InvitationState.WAITING) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), invitation.expiresAt());
        Map<String, Object> values = values();
        String code = invitation.authorityCode();
        values.put("operator", code == null);
        values.put(
                "authority",
                code == null ? "" : authorities.find(code).map(Authority::name).orElse(code));
        // To the nearest day: a moment after it was sent, two weeks are two weeks and not thirteen days.
        values.put("days", Math.max(1, left.plusHours(12).toDays()));
        values.put(
                "link",
                service.link("/inbjudan/"
                        + links.issue(Purpose.INVITATION, null, invitation.id(), left)
                                .text()));
        return Optional.of(values);
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("home", service.publicUrl());
        return values;
    }
}
