package se.fixamingata.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.statistics.sheet.Sheet;
import se.fixamingata.web.statistics.sheet.SheetFile;
import se.fixamingata.web.text.TextBean;

/** Answers with a file instead of the page when the address ends with {@code format=csv} or {@code format=json}. */
@RequestScoped
public class FigureFiles {

    private static final int FRESH_SECONDS = 600;

    @Inject
    Chosen chosen;

    @Inject
    CurrentLanguage language;

    @Inject
    ServiceSettings settings;

    @Inject
    TextBean text;

    /**
     * @param page with what was chosen
     * @param sheets of the page; of one that is asked for as CSV, the one that {@code tabell} names, else the first
     */
    void answer(Query page, String title, List<Sheet> sheets) throws IOException {
        String format = Faces.getRequestParameter("format");
        if (format == null || format.isEmpty()) {
            return;
        }
        Optional<Sheet> sheet = sheet(sheets);
        if (sheet.isEmpty() || chosen.isPeriodUnknown() || !(format.equals("csv") || format.equals("json"))) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, "No such file");
            return;
        }
        boolean csv = format.equals("csv");
        send(
                csv ? csv(sheet.get()) : json(page, title, sheets),
                csv ? "text/csv" : "application/json",
                name(page, sheet.get(), csv));
    }

    private static Optional<Sheet> sheet(List<Sheet> sheets) {
        String asked = Faces.getRequestParameter("tabell");
        return sheets.stream()
                .filter(sheet -> asked == null || asked.isEmpty() || sheet.id().equals(asked))
                .findFirst();
    }

    private byte[] csv(Sheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetFile.csv(
                sheet,
                new SheetFile.Words(
                        text.of("statistik.file.code"),
                        text.of("statistik.file.note"),
                        text.of("statistik.file.hidden")),
                out);
        return out.toByteArray();
    }

    private byte[] json(Query page, String title, List<Sheet> sheets) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("title", title);
        head.put("source", settings.publicUrl() + page);
        head.put("language", language.getCode());
        head.put("countedUpToAndIncluding", chosen.lastDay().toString());
        head.put("firstMonth", chosen.months().first().toString());
        head.put("lastMonth", chosen.months().last().toString());
        head.put("note", text.of("statistik.hidden"));
        head.put("timesOf", text.of("statistik.times.of"));
        return SheetFile.json(head, sheets).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** {@code statistik-forshaga-manader-2026-11-22.csv}. */
    private String name(Query page, Sheet sheet, boolean csv) {
        String path = page.path().substring(1).replaceAll("[^a-z0-9-]+", "-");
        return csv
                ? path + "-" + sheet.id() + "-" + chosen.lastDay() + ".csv"
                : path + "-" + chosen.lastDay() + ".json";
    }

    private static void send(byte[] body, String type, String name) throws IOException {
        HttpServletResponse response = Faces.getResponse();
        response.setContentType(type + "; charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=" + FRESH_SECONDS);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        Faces.responseComplete();
    }
}
