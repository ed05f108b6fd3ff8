import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The Open311 half: GeoReport v2 with mySociety's updates, strictly. */
final class Resources {

    private static final Set<String> STATUSES = Set.of(
            "OPEN", "CLOSED", "FIXED", "IN_PROGRESS", "PLANNED", "INVESTIGATING", "NO_FURTHER_ACTION", "UNCHANGED");
    private static final List<String> TOLD_OF_UPDATES =
            List.of("service_request_id", "update_id", "updated_datetime", "status", "description");

    /** What it is not content with. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        final int status;

        Refused(int status, String why) {
            super(why);
            this.status = status;
        }
    }

    private final Book book;
    private final String address;

    Resources(Book book, String address) {
        this.book = book;
        this.address = address;
    }

    static Tree error(int status, String why) {
        return Tree.list("errors").with(Tree.of("error").with("code", status).with("description", why));
    }

    Tree get(String resource, Map<String, String> told) throws Refused {
        if (resource.startsWith("services/")) {
            return definition(rest(resource));
        }
        if (resource.startsWith("requests/")) {
            return requests(List.of(book.find(rest(resource)).orElseThrow(() -> new Refused(404, "No such request"))));
        }
        if (resource.startsWith("tokens/")) {
            return token(rest(resource));
        }
        return switch (resource) {
            case "discovery" -> discovery();
            case "services" -> services();
            case "requests" -> requests(chosen(told));
            case "servicerequestupdates" -> updates(told);
            default -> throw new Refused(404, "No such resource");
        };
    }

    Tree post(String resource, Map<String, String> told) throws Refused {
        if (!CaseSystem.KEY.equals(told.get("api_key"))) {
            throw new Refused(403, "api_key");
        }
        told.remove("api_key");
        return switch (resource) {
            case "requests" -> take(told);
            case "servicerequestupdates" -> hear(told);
            default -> throw new Refused(404, "No such resource");
        };
    }

    private static String rest(String resource) {
        return URLDecoder.decode(resource.substring(resource.indexOf('/') + 1), StandardCharsets.UTF_8);
    }

    private Tree discovery() {
        Tree formats = Tree.list("formats").with("format", "text/xml").with("format", "application/json");
        return Tree.of("discovery")
                .with("changeset", "2026-01-15T08:00:00Z")
                .with("contact", "Demonstrationen")
                .with("key_service", "Nyckeln hör till demonstrationen")
                .with(Tree.list("endpoints")
                        .with(Tree.of("endpoint")
                                .with("specification", "http://wiki.open311.org/GeoReport_v2")
                                .with("url", address)
                                .with("changeset", "2026-01-15T08:00:00Z")
                                .with("type", "test")
                                .with(formats)));
    }

    private static Tree services() {
        Tree all = Tree.list("services");
        Book.SERVICES.forEach(one -> all.with(Tree.of("service")
                .with("service_code", one.code())
                .with("service_name", one.name())
                .with("description", one.name())
                .with("metadata", "true")
                .with("type", one.batch() ? "batch" : "realtime")
                .with("group", one.group())));
        return all;
    }

    private static Tree definition(String code) throws Refused {
        Book.service(code).orElseThrow(() -> new Refused(404, "No such service"));
        return Tree.of("service_definition")
                .with("service_code", code)
                .with(Tree.list("attributes")
                        .with(Tree.of("attribute")
                                .with("variable", "true")
                                .with("code", CaseSystem.OWN_ID)
                                .with("datatype", "string")
                                .with("required", "false")
                                .with("order", 1)
                                .with("description", "Avsändarens nummer")));
    }

    private Tree take(Map<String, String> told) throws Refused {
        String code = told.getOrDefault("service_code", "");
        Book.service(code).orElseThrow(() -> new Refused(404, "service_code " + code));
        try {
            double lat = Double.parseDouble(told.getOrDefault("lat", ""));
            double lon = Double.parseDouble(told.getOrDefault("long", ""));
            if (lat < 55 || lat > 70 || lon < 10 || lon > 25) {
                throw new Refused(400, "The position is outside");
            }
        } catch (NumberFormatException none) {
            throw new Refused(400, "lat and long");
        }
        Book.Case made = book.take(told);
        return Tree.list("service_requests")
                .with(Tree.of("request")
                        .with("service_request_id", made.number)
                        .with("token", made.number == null ? made.token : null));
    }

    private Tree token(String token) throws Refused {
        Book.Case one = book.byToken(token).orElseThrow(() -> new Refused(404, "No such token"));
        return Tree.list("service_requests")
                .with(Tree.of("request").with("service_request_id", one.number).with("token", token));
    }

    private List<Book.Case> chosen(Map<String, String> told) throws Refused {
        if (told.containsKey("service_request_id")) {
            List<String> wanted = Arrays.asList(told.get("service_request_id").split(","));
            return book.cases().stream().filter(one -> wanted.contains(one.number)).toList();
        }
        Optional<Instant> from = time(told, "start_date");
        Optional<Instant> to = time(told, "end_date");
        Predicate<Book.Case> inside = one -> !from.filter(one.at::isBefore).isPresent()
                && !to.filter(one.at::isAfter).isPresent();
        String code = told.getOrDefault("service_code", "");
        return book.cases().stream()
                .filter(inside)
                .filter(one -> code.isEmpty() || Arrays.asList(code.split(",")).contains(one.said("service_code")))
                .limit(1000)
                .toList();
    }

    private static Tree requests(List<Book.Case> some) {
        Tree all = Tree.list("service_requests");
        some.stream().filter(one -> one.number != null).forEach(one -> all.with(Tree.of("request")
                .with("service_request_id", one.number)
                .with("status", one.isOpen() ? "open" : "closed")
                .with("service_code", one.said("service_code"))
                .with("service_name", Book.service(one.said("service_code")).map(Book.Service::name).orElse(""))
                .with("description", one.said("description"))
                .with("requested_datetime", one.at)
                .with("updated_datetime", one.changedAt)
                .with("address", one.said("address_string"))
                .with("lat", one.said("lat"))
                .with("long", one.said("long"))
                .with("media_url", one.said("media_url"))));
        return all;
    }

    private Tree updates(Map<String, String> told) throws Refused {
        Optional<Instant> from = time(told, "start_date");
        Optional<Instant> to = time(told, "end_date");
        Tree all = Tree.list("service_request_updates");
        book.words().stream()
                .filter(one -> !from.filter(one.at()::isBefore).isPresent())
                .filter(one -> !to.filter(one.at()::isAfter).isPresent())
                .forEach(one -> all.with(Tree.of("request_update")
                        .with("update_id", one.id())
                        .with("service_request_id", one.number())
                        .with("status", one.status())
                        .with("updated_datetime", one.at())
                        .with("description", one.text())));
        return all;
    }

    private Tree hear(Map<String, String> told) throws Refused {
        for (String name : TOLD_OF_UPDATES) {
            if (!told.containsKey(name)) {
                throw new Refused(400, name + " is missing");
            }
        }
        if (!STATUSES.contains(told.get("status").toUpperCase())) {
            throw new Refused(400, "status " + told.get("status"));
        }
        time(told, "updated_datetime");
        Book.Case about = book.find(told.get("service_request_id"))
                .orElseThrow(() -> new Refused(404, "No such request"));
        Book.Word heard = book.hear(about, told.get("update_id"), "UNCHANGED", told.get("description"));
        return Tree.list("service_request_updates").with(Tree.of("request_update").with("update_id", heard.id()));
    }

    /** With a zone, without fractions. */
    private static Optional<Instant> time(Map<String, String> told, String name) throws Refused {
        String text = told.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            if (text.contains(".")) {
                throw new Refused(400, name + ": no fractions");
            }
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notOne) {
            throw new Refused(400, name + " is not a time");
        }
    }
}
