package se.fixamingata.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.mail.Letter;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.mail.SmtpSettings;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.photo.Photo;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoSize;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.AnswerLinks;
import se.fixamingata.shared.Language;
import se.fixamingata.update.ReportUpdate;

/**
 * The copy of a comment that goes to the authority (R13): in Swedish, with the writer's name and address, answered like a work order.
 *
 * <p>Photos are linked. Links to those of a report that is not public would open nothing for who reads mail, so they travel with it,
 * up to {@value #PHOTOS_BYTES} bytes.
 */
@ApplicationScoped
public class AuthorityCopy implements MailContent {

    /** As much as a work order carries. */
    static final int PHOTOS_BYTES = 10_000_000;

    @Inject
    EntityManager em;

    @Inject
    ReportReading reading;

    @Inject
    PhotoStore photos;

    @Inject
    SmtpSettings smtp;

    @Inject
    AuthorityMailbox mailbox;

    @Inject
    AnswerLinks answerLinks;

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.UPDATE_TO_AUTHORITY);
    }

    /**
     * To whoever has the report when it leaves. Nobody wants it when the comment has been hidden or deleted since it was planned, or when
     * the authority takes reports elsewhere by now, or its system fetches them.
     */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        return Told.by(em, notification).flatMap(told -> Optional.ofNullable(
                        em.find(Report.class, told.update().reportId()))
                .filter(report -> !mailbox.isRefusing(report) && !mailbox.isFetching(report))
                .filter(report -> notification.readdress(mailbox.of(report)))
                .flatMap(report -> reading.find(report.id(), report.authorityCode()))
                .map(facts -> letter(notification, facts, told)));
    }

    private MailTask letter(Notification notification, ReportFacts facts, Told told) {
        ReportUpdate update = told.update();
        Report report = facts.report();
        List<Photo> pictures = photos.of(new PhotoOwner.Update(update.id()));
        boolean theirs = isTheirs(notification, report);
        Optional<String> reply =
                theirs ? answerLinks.replyAddress(report.id(), report.authorityCode(), null) : Optional.empty();
        Map<String, Object> values = values(facts, told, pictures);
        values.put("answerUrl", theirs ? answerLinks.issue(report.id(), report.authorityCode()) : "");
        values.put("answeredByMail", reply.isPresent());
        return MailTask.of(notification, values, Optional.empty())
                .attaching(report.isListed() ? List.of() : attachments(update, pictures))
                .answeredAt(reply.orElseGet(smtp::replyTo));
    }

    /** Secrets only in a mail that goes where the report's own would go today: a second copy may land with who had it before. */
    private boolean isTheirs(Notification notification, Report report) {
        return mailbox.of(report).filter(notification.recipient()::equals).isPresent();
    }

    private Map<String, Object> values(ReportFacts facts, Told told, List<Photo> pictures) {
        ReportUpdate update = told.update();
        boolean open = facts.report().isListed();
        Map<String, Object> values = new HashMap<>(facts.values(Language.SV));
        values.put("lines", update.text().lines().toList());
        values.put("text", update.text());
        values.put("writerName", update.name() == null ? "" : update.name());
        values.put("writerEmail", update.email() == null ? "" : update.email());
        values.put("byReporter", update.author() == Actor.REPORTER);
        values.put("nameIsPublic", update.showsName());
        values.put("reopened", told.reopened());
        values.put("looksFixed", update.looksFixed());
        values.put("written", ReportFacts.moment(update.publishedAt(), Language.SV));
        values.put("listed", open);
        values.put("hasLinks", open && !pictures.isEmpty());
        values.put("hasFiles", !open && !pictures.isEmpty());
        values.put(
                "photos",
                open
                        ? pictures.stream()
                                .map(photo -> Map.of(
                                        "number", pictures.indexOf(photo) + 1, "photoUrl", facts.photoUrl(photo)))
                                .toList()
                        : List.of());
        values.put("replyTo", smtp.replyTo());
        return values;
    }

    private List<Letter.Part> attachments(ReportUpdate update, List<Photo> pictures) {
        List<Letter.Part> files = new ArrayList<>();
        long room = PHOTOS_BYTES;
        for (Photo photo : pictures) {
            byte[] bytes = photos.read(photo.id(), PhotoSize.FULL).orElse(new byte[0]);
            if (bytes.length > 0 && bytes.length <= room) {
                room -= bytes.length;
                files.add(new Letter.Part(
                        "rapport-" + update.reportId() + "-kommentar-bild-" + (files.size() + 1) + ".jpg",
                        "image/jpeg",
                        bytes));
            }
        }
        return files;
    }
}
