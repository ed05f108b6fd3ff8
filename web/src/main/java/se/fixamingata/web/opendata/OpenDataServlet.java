package se.fixamingata.web.opendata;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.statistics.reading.FigureNight;
import se.fixamingata.statistics.reading.Statistics;
import se.fixamingata.web.text.Messages;

/**
 * The tables and the catalogue. Each address is named, for what is below a page's own is the page's. What is sent is the night's, and so is
 * its tag: until the next night nothing is read again for whoever has it. A table of figures is 404 before the first night.
 */
@WebServlet({
    "/statistik/data/siffror.csv",
    "/statistik/data/siffror.json",
    "/statistik/data/tider.csv",
    "/statistik/data/tider.json",
    "/statistik/data/jamforelse.csv",
    "/statistik/data/jamforelse.json",
    "/statistik/data/kategorier.csv",
    "/statistik/data/kategorier.json",
    "/statistik/data/kommuner.csv",
    "/statistik/data/kommuner.json",
    OpenDataServlet.CATALOGUE
})
public class OpenDataServlet extends HttpServlet {

    static final String ROOT = "/statistik/data";
    static final String CATALOGUE = ROOT + "/dcat.rdf";

    private static final long serialVersionUID = 1L;
    private static final int FRESH_SECONDS = 600;

    /** Of what is written; another one when a column comes, so that nobody keeps the old file until the next night. */
    private static final String VERSION = "1";

    @Inject
    transient Statistics statistics;

    @Inject
    transient OpenRows rows;

    @Inject
    transient ServiceSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getServletPath().substring(ROOT.length() + 1);
        Optional<FigureNight> night = statistics.night();
        if (request.getServletPath().equals(CATALOGUE)) {
            if (isNews(name, night, request, response)) {
                response.setContentType("application/rdf+xml; charset=UTF-8");
                response.getOutputStream().write(Catalogue.write(settings, night.orElse(null)));
            }
            return;
        }
        String[] parts = name.split("\\.");
        OpenTable table = OpenTable.find(parts[0]).orElseThrow();
        OpenTable.Format format = OpenTable.Format.find(parts[1]).orElseThrow();
        if (table.isOfTheNight() && night.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (isNews(name, night, request, response)) {
            send(table, format, night.orElse(null), response);
        }
    }

    /** Sends the headers; and 304, when the other side has it. */
    private boolean isNews(
            String name, Optional<FigureNight> night, HttpServletRequest request, HttpServletResponse response) {
        String tag = "\"" + name + "-" + VERSION + "-"
                + night.map(one -> one.generation() + "-" + one.publishedAt().toEpochMilli())
                        .orElse("0") + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=" + FRESH_SECONDS);
        response.setHeader("Access-Control-Allow-Origin", "*");
        String known = request.getHeader("If-None-Match");
        boolean same = known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals(tag) || one.equals("W/" + tag));
        if (same) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        return !same;
    }

    private void send(OpenTable table, OpenTable.Format format, FigureNight night, HttpServletResponse response)
            throws IOException {
        response.setContentType(format.type());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"fixamingata-" + table.code()
                        + (table.isOfTheNight() ? "-" + night.lastDay() : "") + "." + format.extension() + "\"");
        try (OutputStream out = new BufferedOutputStream(response.getOutputStream())) {
            if (format == OpenTable.Format.CSV) {
                TableWriter.csv(table, sink -> rows.each(table, night, sink), out);
            } else {
                TableWriter.json(table, head(table, night), sink -> rows.each(table, night, sink), out);
            }
        }
    }

    private Map<String, String> head(OpenTable table, FigureNight night) {
        Map<String, String> head = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String ending = "_" + language.locale().getLanguage();
            head.put("title" + ending, Messages.text(language, OpenDataBacking.TITLE + table.code()));
            head.put("note" + ending, Messages.text(language, "opendata.hidden"));
        }
        head.put("documentation", settings.link(ROOT));
        if (table.isOfTheNight()) {
            head.put("counted_up_to_and_including", night.lastDay().toString());
            head.put("first_month", OpenRows.months(night).first().toString());
            head.put("last_month", OpenRows.months(night).last().toString());
        }
        return head;
    }
}
