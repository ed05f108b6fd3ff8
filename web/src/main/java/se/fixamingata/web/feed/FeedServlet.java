package se.fixamingata.web.feed;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.report.PublicReport;
import se.fixamingata.report.PublicReports;
import se.fixamingata.report.PublicReports.Wanted;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.Messages;

/**
 * {@code /atom/rapporter}, {@code /atom/kategori/{code}}, {@code /atom/kommun/{slug}}, {@code /atom/kommun/{slug}/{code}}: the newest
 * public reports. Anything else below {@code /atom} is 404.
 */
@WebServlet("/atom/*")
public class FeedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int ENTRIES = 50;

    @Inject
    transient PublicReports reports;

    @Inject
    transient Municipalities municipalities;

    @Inject
    transient Categories categories;

    @Inject
    transient ServiceSettings settings;

    @Inject
    transient CurrentLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<FeedAddress> asked = FeedAddress.parse(request.getPathInfo());
        Optional<Municipality> municipality =
                asked.map(FeedAddress::municipality).flatMap(municipalities::bySlugOrCode);
        Optional<Category> category = asked.map(FeedAddress::category).flatMap(categories::find);
        if (asked.isEmpty()
                || asked.get().municipality() != null && municipality.isEmpty()
                || asked.get().category() != null && category.isEmpty()) {
            none(response);
            return;
        }
        Wanted wanted =
                Wanted.newest(ENTRIES).in(municipality.map(Municipality::code).orElse(null));
        Wanted narrowed = category.map(Category::code).map(wanted::about).orElse(wanted);
        byte[] feed = AtomWriter.write(head(municipality, category), entries(reports.list(narrowed)));
        String tag = tag(feed);
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=60");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/atom+xml; charset=utf-8");
        response.setContentLength(feed.length);
        response.getOutputStream().write(feed);
    }

    /** Programs ask here: they get a line, and no page. */
    private void none(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain; charset=utf-8");
        response.getWriter().println(Messages.text(language.get(), "atom.none"));
    }

    private AtomWriter.Head head(Optional<Municipality> municipality, Optional<Category> category) {
        Language reader = language.get();
        String what = category.map(known -> known.name(reader)).orElseGet(() -> Messages.text(reader, "atom.reports"));
        String title = municipality
                .map(place -> Messages.text(reader, "atom.title.in", what, place.name()))
                .orElseGet(() -> Messages.text(reader, "atom.title", what));
        String self = "/atom"
                + municipality.map(place -> "/kommun/" + place.slug()).orElse("")
                + category.map(known -> (municipality.isEmpty() ? "/kategori/" : "/") + known.code())
                        .orElse(municipality.isEmpty() ? "/rapporter" : "");
        String page = municipality.map(place -> "/kommun/" + place.slug()).orElse("/karta");
        return new AtomWriter.Head(title, settings.link(self), settings.link(page), reader.code(), "FixaMinGata");
    }

    private List<AtomWriter.Entry> entries(List<PublicReport> found) {
        Language reader = language.get();
        return found.stream()
                .map(report -> new AtomWriter.Entry(
                        report,
                        settings.link("/rapport/" + report.id()),
                        Messages.text(reader, "status." + report.status().code()),
                        categories
                                .find(report.categoryCode())
                                .map(category -> category.name(reader))
                                .orElse(report.categoryCode())))
                .toList();
    }

    private static String tag(byte[] feed) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(feed);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
