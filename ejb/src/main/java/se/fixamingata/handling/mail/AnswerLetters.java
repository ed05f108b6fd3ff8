package se.fixamingata.handling.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.mail.Letter;
import se.fixamingata.mail.LetterText;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.MailWriting;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.report.HistoryEntry.Kind;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

/** Puts an authority's answer into the words of a mail; the same for the real one and for its preview. */
@ApplicationScoped
public class AnswerLetters {

    private static final String DAY = "d MMMM uuuu";

    @Inject
    EntityManager em;

    @Inject
    ReportReading reading;

    @Inject
    MailWriting writing;

    @Inject
    ReporterLinks links;

    @Inject
    ServiceSettings service;

    /** For the container. */
    public AnswerLetters() {}

    /** For tests. */
    public AnswerLetters(
            EntityManager em,
            ReportReading reading,
            MailWriting writing,
            ReporterLinks links,
            ServiceSettings service) {
        this.em = em;
        this.reading = reading;
        this.writing = writing;
        this.links = links;
        this.service = service;
    }

    /**
     * What the templates may name, but for the links of this one recipient: {@code url} is the public page until it is replaced,
     * {@code question} is empty.
     */
    Optional<Map<String, Object>> values(Report report, Said said, Language language) {
        return reading.find(report.id(), report.authorityCode()).map(facts -> values(facts, said, language));
    }

    private Map<String, Object> values(ReportFacts facts, Said said, Language language) {
        Report report = facts.report();
        Map<String, Object> values = facts.values(language);
        values.put("authority", said.speaker());
        values.put("changed", said.kind() == Kind.STATUS);
        values.put("commented", said.kind() == Kind.COMMENT);
        values.put("promised", said.kind() == Kind.EXPECTED);
        values.put("handedOver", said.kind() == Kind.HANDED_OVER);
        values.put("handedTo", said.handedTo() == null ? "" : said.handedTo());
        values.put("statusBefore", StatusWords.of(said.from(), language));
        values.put("statusNow", StatusWords.of(said.to(), language));
        values.put("fixed", said.to() == ReportStatus.FIXED);
        values.put("duplicate", said.to() == ReportStatus.DUPLICATE);
        values.put("mainUrl", mainUrl(report));
        values.put("mainId", report.duplicateOf() == null ? "" : report.duplicateOf());
        // Not named after the text: within a section a text has lines of its own.
        values.put("said", said.text() != null);
        values.put("text", said.text() == null ? "" : said.text());
        values.put(
                "lines", said.text() == null ? List.of() : said.text().lines().toList());
        values.put("expected", expected(said, report, language));
        values.put("question", "");
        values.put("questionDays", links.questionLifetime().toDays());
        files(report, said, values);
        return values;
    }

    private static String expected(Said said, Report report, Language language) {
        ReportStatus now = said.to() == null ? report.status() : said.to();
        LocalDate day = said.expectedOn();
        return day == null || now.group() != StatusGroup.OPEN
                ? ""
                : DateTimeFormatter.ofPattern(DAY, language.locale()).format(day);
    }

    /** Empty when it is no duplicate, or its main report is not for everybody. */
    private String mainUrl(Report report) {
        return Optional.ofNullable(report.duplicateOf())
                .map(main -> em.find(Report.class, main))
                .filter(Report::isListed)
                .map(main -> service.link("/rapport/" + main.id()))
                .orElse("");
    }

    /** What is not for everybody can only be seen on the page. */
    private void files(Report report, Said said, Map<String, Object> values) {
        List<Map<String, Object>> photos = new ArrayList<>();
        for (String id : said.photos()) {
            photos.add(Map.of("number", photos.size() + 1, "photoUrl", service.link("/bild/" + id + "/full")));
        }
        List<Map<String, Object>> documents = said.documents().stream()
                .map(one -> Map.<String, Object>of(
                        "name", one.fileName(), "documentUrl", service.link("/dokument/" + one.id())))
                .toList();
        values.put("hasFiles", !photos.isEmpty() || !documents.isEmpty());
        values.put("open", report.isListed());
        values.put("photos", photos);
        values.put("documents", documents);
    }

    /**
     * The mail as it would be, written for the reporter, or for a follower when there is no reporter to write to.
     *
     * @param named whether the reporter's address may stand in it
     */
    public LetterText preview(Report report, Said said, boolean named) {
        boolean toReporter = !report.reporter().isForgotten();
        Language language = report.language();
        Map<String, Object> values = values(report, said, language).orElseThrow();
        String nowhere = service.link("/rapport/" + report.id() + "/" + Said.UNKNOWN);
        values.put("unsubscribe", service.link("/avregistrera/" + Said.UNKNOWN));
        values.put("mergedFrom", "");
        if (toReporter) {
            values.put("url", nowhere);
            values.put("question", said.to() == ReportStatus.FIXED ? service.link("/fraga/" + Said.UNKNOWN) : "");
        }
        Letter letter = writing.write(new MailTask(
                toReporter ? NotificationKind.REPORT_ANSWERED : NotificationKind.FOLLOWED_REPORT_ANSWERED,
                toReporter && named ? report.reporter().email() : Said.UNKNOWN,
                language,
                "<preview>",
                values,
                Optional.of(report),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
        return withPictures(letter);
    }

    /** A page has no parts to refer to: the pictures stand in the HTML itself. */
    private static LetterText withPictures(Letter letter) {
        String html = letter.content().html();
        for (Letter.Part picture : letter.inline()) {
            html = html.replace(
                    "cid:" + picture.name(),
                    "data:" + picture.type() + ";base64," + Base64.getEncoder().encodeToString(picture.bytes()));
        }
        return new LetterText(letter.content().subject(), letter.content().text(), html);
    }
}
