package se.fixamingata.web.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.fixamingata.account.Caller;
import se.fixamingata.basemap.MapPicture;
import se.fixamingata.basemap.Pin;
import se.fixamingata.basemap.Theme;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.history.CaseEvent;
import se.fixamingata.handling.history.CasePhoto;
import se.fixamingata.handling.reading.CaseReading;
import se.fixamingata.handling.reading.CaseView;
import se.fixamingata.photo.PhotoSize;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.photo.PhotoViewer;
import se.fixamingata.photo.StoredImage;
import se.fixamingata.position.Position;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.web.text.Glyphs;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;
import se.fixamingata.web.text.Times;

/** Puts one report into words and pictures for paper. What the reader may not see is not in what it reads. */
@RequestScoped
public class CasePages {

    private static final System.Logger LOG = System.getLogger(CasePages.class.getName());

    /** Pictures of one report's history that are printed; a story of hundreds would not be read. */
    private static final int MOST_EVENT_PHOTOS = 20;

    @Inject
    CaseReading reading;

    @Inject
    PhotoStore photos;

    @Inject
    MapPicture maps;

    @Inject
    TextBean text;

    @Inject
    Names names;

    @Inject
    Times times;

    @Inject
    Glyphs glyphs;

    @Inject
    Clock clock;

    /** Empty when the caller may not see it. */
    Optional<CasePage> find(Caller caller, long reportId) {
        Handler by = Handler.of(caller);
        return reading.find(by, reportId).map(report -> page(caller, report, reading.events(by, reportId)));
    }

    private CasePage page(Caller caller, CaseView report, List<CaseEvent> events) {
        int[] room = {MOST_EVENT_PHOTOS};
        return new CasePage(
                text.of("export.case.number", Long.toString(report.id())),
                report.title(),
                facts(report),
                report.description(),
                map(report),
                pictures(caller, report.photos()),
                events.stream().map(event -> event(caller, event, room)).toList(),
                new CasePage.Words(
                        text.of("export.case.description"),
                        text.of("export.case.history"),
                        text.of("export.case.printed", times.exact(clock.instant()), caller.name())));
    }

    private List<CasePage.Fact> facts(CaseView report) {
        List<CasePage.Fact> facts = new ArrayList<>();
        fact(facts, "status", text.of(glyphs.key(report.status())));
        fact(facts, "category", names.category(report.categoryCode()));
        fact(facts, "authority", names.authority(report.authorityCode()));
        fact(facts, "place", place(report));
        fact(facts, "position", String.format(Locale.ROOT, "%.6f, %.6f", report.lat(), report.lon()));
        fact(facts, "received", times.exact(report.confirmedAt()));
        fact(
                facts,
                "expected",
                report.file().expectedOn() == null
                        ? null
                        : report.file().expectedOn().toString());
        fact(facts, "assignee", report.file().assignee());
        report.answers().forEach(answer -> facts.add(new CasePage.Fact(answer.question(), answer.shown())));
        if (report.reporter() != null) {
            fact(facts, "reporter", person(report.reporter()));
        }
        return facts;
    }

    private void fact(List<CasePage.Fact> facts, String name, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new CasePage.Fact(text.of("export.case." + name), value));
        }
    }

    private String place(CaseView report) {
        String municipality = names.municipality(report.municipalityCode());
        return report.address() == null ? municipality : report.address() + ", " + municipality;
    }

    private static String person(CaseView.ReporterView reporter) {
        return String.join(
                ", ",
                Stream.of(reporter.name(), reporter.email(), reporter.phone())
                        .filter(one -> one != null && !one.isBlank())
                        .toList());
    }

    private CasePage.Event event(Caller caller, CaseEvent event, int[] room) {
        List<byte[]> shown = new ArrayList<>();
        if (event.update() != null) {
            List<CasePhoto> some =
                    event.update().photos().stream().limit(room[0]).toList();
            shown.addAll(pictures(caller, some));
            room[0] -= some.size();
        }
        String what = event.kind() == HistoryEntry.Kind.STATUS
                ? text.of(glyphs.key(event.toStatus()))
                : text.of("export.event." + event.kind().name().toLowerCase(Locale.ROOT));
        String when = Stream.of(
                        times.exact(event.at()), who(event), event.internal() ? text.of("export.event.internal") : null)
                .filter(one -> one != null && !one.isBlank())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
        return new CasePage.Event(what, when, event.text(), shown);
    }

    private String who(CaseEvent event) {
        return event.who() != null
                ? event.who()
                : text.of("export.actor." + event.actor().name().toLowerCase(Locale.ROOT));
    }

    private List<byte[]> pictures(Caller caller, List<CasePhoto> wanted) {
        PhotoViewer viewer = PhotoViewer.of(caller);
        return wanted.stream()
                .flatMap(photo -> photos.find(photo.id(), PhotoSize.FULL, viewer).stream())
                .map(StoredImage::bytes)
                .toList();
    }

    /** A paper without its map is better than none. */
    private byte[] map(CaseView report) {
        try {
            Position place = Position.of(report.lat(), report.lon());
            return maps.draw(place, 15, 640, 260, 2, Theme.LIGHT, List.of(new Pin(place, report.status())));
        } catch (RuntimeException undrawable) {
            LOG.log(System.Logger.Level.WARNING, "A report is printed without its map", undrawable);
            return new byte[0];
        }
    }
}
