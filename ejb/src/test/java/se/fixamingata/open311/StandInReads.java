package se.fixamingata.open311;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the stand-in answers to whoever asks. */
final class StandInReads {

    private static final Set<String> LIST_ARGUMENTS =
            Set.of("service_request_id", "service_code", "start_date", "end_date", "status", "jurisdiction_id");
    private static final Set<String> UPDATES_ARGUMENTS = Set.of("start_date", "end_date", "jurisdiction_id", "api_key");

    private final StandInBook book;
    private final StandInPosts posts;
    private volatile boolean dateless;
    private volatile int pageSize;

    StandInReads(StandInBook book, StandInPosts posts) {
        this.book = book;
        this.posts = posts;
    }

    /** Takes no dates from now on. */
    void dateless() {
        dateless = true;
    }

    void pages(int size) {
        pageSize = size;
    }

    StandInReply answer(String resource, Map<String, List<String>> arguments) {
        try {
            if (resource.equals("services")) {
                return StandInReply.of(posts.services());
            }
            if (resource.startsWith("services/")) {
                return posts.definition(URLDecoder.decode(resource.substring(9), StandardCharsets.UTF_8));
            }
            if (resource.startsWith("tokens/")) {
                return posts.token(URLDecoder.decode(resource.substring(7), StandardCharsets.UTF_8));
            }
            if (resource.startsWith("requests/")) {
                return posts.one(URLDecoder.decode(resource.substring(9), StandardCharsets.UTF_8));
            }
            if (resource.equals("requests")) {
                Map<String, List<String>> known = new HashMap<>(arguments);
                if (dateless) {
                    known.remove("page");
                }
                return only(known, LIST_ARGUMENTS).orElseGet(() -> requests(arguments));
            }
            if (resource.equals("servicerequestupdates")) {
                return only(arguments, UPDATES_ARGUMENTS).orElseGet(() -> updates(arguments));
            }
            return posts.refused(404, "No such resource");
        } catch (DateTimeParseException wrong) {
            return posts.refused(400, "Not a time: " + wrong.getParsedString());
        }
    }

    private Optional<StandInReply> only(Map<String, List<String>> arguments, Set<String> known) {
        return arguments.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(unknown -> posts.refused(400, "Unknown argument " + unknown));
    }

    private StandInReply requests(Map<String, List<String>> arguments) {
        StandInDocument all = StandInDocument.list("service_requests");
        List<StandInBook.Request> found = book.listed(
                comma(arguments, "service_request_id"),
                comma(arguments, "service_code"),
                time(arguments, "start_date"),
                time(arguments, "end_date"));
        int page = Integer.parseInt(arguments.getOrDefault("page", List.of("1")).get(0));
        found.stream()
                .sorted(Comparator.comparing(StandInBook.Request::requestedAt).reversed())
                .skip((page - 1L) * pageSize)
                .limit(pageSize == 0 ? Integer.MAX_VALUE : pageSize)
                .forEach(one -> all.with(book.document(one)));
        return StandInReply.of(all);
    }

    private StandInReply updates(Map<String, List<String>> arguments) {
        Optional<Instant> from = time(arguments, "start_date");
        Optional<Instant> to = time(arguments, "end_date");
        StandInDocument all = StandInDocument.list("service_request_updates");
        book.updates().stream()
                .filter(one -> from.map(at -> !one.at().isBefore(at)).orElse(true))
                .filter(one -> to.map(at -> !one.at().isAfter(at)).orElse(true))
                .sorted(Comparator.comparing(StandInBook.Update::at).reversed())
                .limit(pageSize == 0 ? Integer.MAX_VALUE : pageSize)
                .forEach(one -> all.with(book.document(one)));
        return StandInReply.of(all);
    }

    private static List<String> comma(Map<String, List<String>> arguments, String name) {
        return arguments.containsKey(name)
                ? Arrays.asList(arguments.get(name).get(0).split(","))
                : List.of();
    }

    /** The zone is mandatory, and fractions are not understood. */
    private Optional<Instant> time(Map<String, List<String>> arguments, String name) {
        if (!arguments.containsKey(name)) {
            return Optional.empty();
        }
        String text = arguments.get(name).get(0);
        if (dateless || text.contains(".")) {
            throw new DateTimeParseException("Fractions", text, 0);
        }
        return Optional.of(OffsetDateTime.parse(text).toInstant());
    }
}
