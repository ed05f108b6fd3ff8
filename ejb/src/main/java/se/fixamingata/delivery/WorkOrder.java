package se.fixamingata.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.mail.Letter;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.mail.PlacePicture;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.mail.SmtpSettings;
import se.fixamingata.photo.Photo;
import se.fixamingata.photo.PhotoSize;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Report;
import se.fixamingata.report.Reporter;
import se.fixamingata.shared.Language;

/**
 * The letter to an authority: a work order, everything needed on one screen, in Swedish whatever the reporter speaks.
 *
 * <p>Full-size photos travel with it up to {@value #PHOTOS_BYTES} bytes in all, because many mail servers refuse more; every photo is
 * linked in any case. {@link WorkOrderJson} is the same for machines.
 */
@ApplicationScoped
public class WorkOrder {

    /** 10 MB, as R21 says. */
    static final int PHOTOS_BYTES = 10_000_000;

    private static final String TEMPLATE = "work-order";
    private static final String MAP = "karta@fixamingata";
    private static final String JPEG = "image/jpeg";

    private final LetterTemplates templates;
    private final PhotoStore photos;
    private final PlacePicture placePicture;
    private final SmtpSettings settings;
    private final Clock clock;

    /** For the container's proxies. */
    protected WorkOrder() {
        this(null, null, null, null, null);
    }

    @Inject
    public WorkOrder(
            LetterTemplates templates,
            PhotoStore photos,
            PlacePicture placePicture,
            SmtpSettings settings,
            Clock clock) {
        this.templates = templates;
        this.photos = photos;
        this.placePicture = placePicture;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes it. Reads photos and draws the map; no transaction. */
    Letter write(DeliveryTask task) {
        ReportFacts facts = task.facts();
        List<Letter.Part> inline = new ArrayList<>();
        List<Letter.Part> attachments = new ArrayList<>();
        Optional<byte[]> map = placePicture.draw(facts.report());
        map.ifPresent(png -> inline.add(new Letter.Part(MAP, "image/png", png)));

        List<AttachedPhoto> attached = attach(task, inline, attachments);
        attachments.add(new Letter.Part(
                WorkOrderJson.FILE_NAME, "application/json; charset=utf-8", WorkOrderJson.write(task, attached)));

        LetterText content = templates.write(TEMPLATE, Language.SV, values(task, attached, map.isPresent() ? MAP : ""));
        return new Letter(
                task.messageId(),
                task.recipient(),
                task.replyTo().or(() -> Optional.of(settings.replyTo())),
                Optional.empty(),
                Language.SV,
                content,
                inline,
                attachments,
                clock.instant());
    }

    private List<AttachedPhoto> attach(DeliveryTask task, List<Letter.Part> inline, List<Letter.Part> attachments) {
        ReportFacts facts = task.facts();
        List<AttachedPhoto> result = new ArrayList<>();
        long room = PHOTOS_BYTES;
        for (Photo photo : facts.photos()) {
            int number = result.size() + 1;
            String name = "rapport-" + facts.report().id() + "-bild-" + number + ".jpg";
            String cid = thumbnail(photo, number, inline);
            Optional<byte[]> full = photos.read(photo.id(), PhotoSize.FULL);
            boolean fits = full.isPresent() && full.get().length <= room;
            if (fits) {
                room -= full.get().length;
                attachments.add(new Letter.Part(name, JPEG, full.get()));
            }
            result.add(new AttachedPhoto(photo, task.photoUrl(photo), cid, fits ? name : ""));
        }
        return result;
    }

    private String thumbnail(Photo photo, int number, List<Letter.Part> inline) {
        Optional<byte[]> small = photos.read(photo.id(), PhotoSize.THUMB);
        if (small.isEmpty()) {
            return "";
        }
        String cid = "bild" + number + "@fixamingata";
        inline.add(new Letter.Part(cid, JPEG, small.get()));
        return cid;
    }

    private Map<String, Object> values(DeliveryTask task, List<AttachedPhoto> attached, String map) {
        ReportFacts facts = task.facts();
        Report report = facts.report();
        Reporter reporter = report.reporter();
        Map<String, Object> values = new HashMap<>(facts.values(Language.SV));
        values.put("resent", task.resent());
        values.put("map", map);
        values.put("lines", report.description().lines().toList());
        values.put("description", report.description().strip());
        values.put("confirmed", ReportFacts.moment(report.confirmedAt(), Language.SV));
        values.put("answerUrl", task.answerUrl());
        values.put("listed", report.isListed());
        values.put("reporterName", reporter.name() == null ? "" : reporter.name());
        values.put("reporterEmail", reporter.email() == null ? "" : reporter.email());
        values.put("reporterPhone", reporter.phone() == null ? "" : reporter.phone());
        values.put("nameIsPublic", reporter.showsName());
        values.put("answeredByMail", task.replyTo().isPresent());
        values.put("replyTo", settings.replyTo());
        values.put("hasPhotos", !attached.isEmpty());
        values.put("someNotAttached", attached.stream().anyMatch(photo -> !photo.isAttached()));
        values.put("photos", photoValues(attached));
        values.put("hasAnswers", !facts.answers().isEmpty());
        values.put("answers", answerValues(facts.answers()));
        values.put("attachmentName", WorkOrderJson.FILE_NAME);
        return values;
    }

    private static List<Map<String, Object>> answerValues(List<GivenAnswer> answers) {
        return answers.stream()
                .map(answer -> Map.<String, Object>of(
                        "question",
                        answer.question(),
                        "answerLines",
                        answer.shown().lines().toList()))
                .toList();
    }

    private static List<Map<String, Object>> photoValues(List<AttachedPhoto> attached) {
        List<Map<String, Object>> photos = new ArrayList<>();
        for (AttachedPhoto photo : attached) {
            photos.add(Map.of(
                    "number", photos.size() + 1,
                    "photoUrl", photo.url(),
                    "cid", photo.thumbnailCid()));
        }
        return photos;
    }
}
