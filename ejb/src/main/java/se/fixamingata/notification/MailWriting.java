package se.fixamingata.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import se.fixamingata.mail.Letter;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.PlacePicture;

/** Writes mails to people, from what is true at the moment of sending. */
@ApplicationScoped
public class MailWriting {

    private static final String MAP = "karta@fixamingata";

    private final Iterable<MailContent> contents;
    private final LetterTemplates templates;
    private final PlacePicture placePicture;
    private final Clock clock;

    /** For the container's proxies. */
    protected MailWriting() {
        this((Iterable<MailContent>) null, null, null, null);
    }

    @Inject
    public MailWriting(
            @Any Instance<MailContent> contents, LetterTemplates templates, PlacePicture placePicture, Clock clock) {
        this((Iterable<MailContent>) contents, templates, placePicture, clock);
    }

    /** For tests. */
    public MailWriting(
            Iterable<MailContent> contents, LetterTemplates templates, PlacePicture placePicture, Clock clock) {
        this.contents = contents;
        this.templates = templates;
        this.placePicture = placePicture;
        this.clock = clock;
    }

    /** As {@link MailContent#prepare}. */
    Optional<MailTask> prepare(Notification notification) {
        return StreamSupport.stream(contents.spliterator(), false)
                .filter(content -> content.kinds().contains(notification.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody writes " + notification.kind()))
                .prepare(notification);
    }

    /** Writes the mail; no transaction. */
    public Letter write(MailTask task) {
        Optional<byte[]> map = task.pictured().flatMap(placePicture::draw);
        Map<String, Object> values = new HashMap<>(task.values());
        values.put("recipient", task.recipient());
        values.put("map", map.isPresent() ? MAP : "");
        return new Letter(
                task.messageId(),
                task.recipient(),
                task.replyTo(),
                task.unsubscribe(),
                task.language(),
                templates.write(template(task.kind()), task.language(), values),
                Stream.concat(map.map(png -> new Letter.Part(MAP, "image/png", png)).stream(), task.pictures().stream())
                        .toList(),
                task.attachments(),
                clock.instant());
    }

    private static String template(NotificationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
