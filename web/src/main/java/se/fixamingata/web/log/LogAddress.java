package se.fixamingata.web.log;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.fixamingata.audit.AuditFilter;

/**
 * A filter of the log as it stands in an address, all of it plain text that a person may have typed; what makes no sense is left out.
 *
 * @param from first day, in Sweden
 * @param until last day, in Sweden
 * @param who part of a name or an address, or {@code system}; empty for whoever
 * @param account number of an account; null for whoever
 * @param noun what kind of thing; empty for whatever
 * @param about a report's number, or {@code account:7}; empty for whatever
 * @param authority name in addresses, of an operator's filter; empty for all
 */
public record LogAddress(
        LocalDate from, LocalDate until, String who, Long account, String noun, String about, String authority) {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int USUAL_DAYS = 30;
    private static final int TEXT_MAX = 100;
    private static final Pattern REPORT = Pattern.compile("#?(\\d{1,18})");
    private static final Pattern SUBJECT = Pattern.compile("[a-z-]{1,30}:[A-Za-z0-9*-]{1,60}");

    static LogAddress read(HttpServletRequest request, LocalDate today) {
        LocalDate until = day(request.getParameter("till")).orElse(today);
        LocalDate from = day(request.getParameter("fran")).orElse(until.minusDays(USUAL_DAYS));
        String account = text(request, "konto");
        String noun = text(request, "vad");
        return new LogAddress(
                from.isAfter(until) ? until : from,
                from.isAfter(until) ? from : until,
                text(request, "vem"),
                account.matches("[1-9]\\d{0,17}") ? Long.valueOf(account) : null,
                noun.matches("[a-z-]{1,30}") ? noun : "",
                text(request, "om"),
                text(request, "kommun"));
    }

    private static String text(HttpServletRequest request, String name) {
        String typed = request.getParameter(name);
        String plain = typed == null ? "" : typed.strip();
        return plain.length() > TEXT_MAX ? plain.substring(0, TEXT_MAX) : plain;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            // Years of four digits: what lies beyond no database knows.
            return typed != null && typed.matches("\\d{4}-\\d{2}-\\d{2}")
                    ? Optional.of(LocalDate.parse(typed))
                    : Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** @param authorityCode whose lines; null for all */
    AuditFilter filter(String authorityCode) {
        return new AuditFilter(authorityCode, start(from), start(until.plusDays(1)), account, who, noun, subject());
    }

    /** What cannot be a subject finds nothing, rather than everything. */
    private String subject() {
        Matcher number = REPORT.matcher(about);
        if (number.matches()) {
            return "report:" + number.group(1);
        }
        return about.isEmpty() || SUBJECT.matcher(about).matches() ? about : "-";
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SWEDEN).toInstant();
    }

    /** The same without the account that somebody's name was followed to. */
    public LogAddress withAccount(Long other) {
        return new LogAddress(from, until, other == null ? who : "", other, noun, about, authority);
    }

    public LogAddress withAbout(String other) {
        return new LogAddress(from, until, who, account, noun, other, authority);
    }

    /** As it stands after the question mark, beginning with whose desk it is: {@code a=forshaga}. */
    public String query(String desk) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kommun", authority);
        values.put("fran", from.toString());
        values.put("till", until.toString());
        values.put("vem", who);
        values.put("konto", account == null ? "" : account.toString());
        values.put("vad", noun);
        values.put("om", about);
        String query = values.entrySet().stream()
                .filter(value -> !value.getValue().isEmpty())
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return desk.isEmpty() ? query : desk + "&" + query;
    }
}
