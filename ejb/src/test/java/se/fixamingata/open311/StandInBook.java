package se.fixamingata.open311;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the municipality's system knows: services, requests, updates. All times are its own clock's. */
public final class StandInBook {

    /** One of its services. @param type realtime, batch or blackbox */
    public record Service(String code, String name, String type, List<Attribute> attributes) {}

    /** @param values keys and names of a list; empty for other types */
    public record Attribute(String code, String datatype, boolean required, Map<String, String> values) {}

    /** A request as it was posted. */
    public static final class Request {

        private final String token;
        private final Map<String, List<String>> arguments;
        private final Instant requestedAt;
        private String id;
        private String status = "open";
        private String notes = "";
        private Instant updatedAt;

        private Request(String id, String token, Map<String, List<String>> arguments, Instant at) {
            this.id = id;
            this.token = token;
            this.arguments = arguments;
            this.requestedAt = at;
            this.updatedAt = at;
        }

        /** Empty while it has none. */
        public String id() {
            return id;
        }

        public String token() {
            return token;
        }

        /** The first value of an argument; empty for none. */
        public String said(String argument) {
            return arguments.getOrDefault(argument, List.of("")).get(0);
        }

        public Map<String, List<String>> arguments() {
            return arguments;
        }

        /** They keep it in other words. */
        public void reword(String description) {
            arguments.put("description", List.of(description));
        }

        public Instant requestedAt() {
            return requestedAt;
        }

        public String status() {
            return status;
        }
    }

    /** An update, theirs or one that was posted to them. */
    public record Update(String id, String requestId, String status, String text, String mediaUrl, Instant at) {}

    private final Clock clock;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private int numbers = 1000;
    private Duration off = Duration.ZERO;

    StandInBook(Clock clock) {
        this.clock = clock;
    }

    public synchronized void service(String code, String name, String type, Attribute... attributes) {
        services.put(code, new Service(code, name, type, List.of(attributes)));
    }

    /** It is no longer in the list. */
    public synchronized void withdraw(String code) {
        services.remove(code);
    }

    synchronized List<Service> services() {
        return List.copyOf(services.values());
    }

    synchronized Optional<Service> service(String code) {
        return Optional.ofNullable(services.get(code));
    }

    /** @param numbered whether it gets its number at once; otherwise it has a token until {@link #number} */
    synchronized Request post(Map<String, List<String>> arguments, boolean numbered) {
        int number = ++numbers;
        Request request =
                new Request(numbered ? String.valueOf(number) : "", "token/" + number + " å", arguments, now());
        requests.add(request);
        return request;
    }

    /** Every request that was ever posted, in order. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    public synchronized Optional<Request> request(String id) {
        return requests.stream().filter(one -> one.id.equals(id)).findFirst();
    }

    synchronized Optional<Request> byToken(String token) {
        return requests.stream().filter(one -> one.token.equals(token)).findFirst();
    }

    /** The system gets round to it: it has a number now. */
    public synchronized String number(Request request) {
        request.id = String.valueOf(++numbers);
        return request.id;
    }

    /** A caseworker of theirs changes it. */
    public synchronized void change(String id, String status, String notes) {
        Request request = request(id).orElseThrow();
        request.status = status;
        request.notes = notes;
        request.updatedAt = now();
    }

    /** A caseworker of theirs writes an update; it is found under {@code servicerequestupdates}. @return its id */
    public synchronized String update(String requestId, String status, String text) {
        return update(requestId, status, text, "", now());
    }

    /** The same, at another moment: backends log late, and clocks differ. */
    public synchronized String update(String requestId, String status, String text, String mediaUrl, Instant at) {
        String id = "u" + ++numbers;
        updates.add(new Update(id, requestId, status, text, mediaUrl, at.truncatedTo(ChronoUnit.SECONDS)));
        return id;
    }

    /** The same update says something else from now on. */
    public synchronized void reword(String updateId, String text) {
        updates.replaceAll(one -> one.id().equals(updateId)
                ? new Update(one.id(), one.requestId(), one.status(), text, one.mediaUrl(), one.at())
                : one);
    }

    public synchronized List<Update> updates() {
        return List.copyOf(updates);
    }

    /** Newest first. */
    synchronized List<Request> listed(
            List<String> ids, List<String> codes, Optional<Instant> from, Optional<Instant> to) {
        List<Request> found = new ArrayList<>();
        for (Request one : requests) {
            boolean wanted = ids.isEmpty()
                    ? (codes.isEmpty() || codes.contains(one.said("service_code")))
                            && from.map(at -> !one.requestedAt.isBefore(at)).orElse(true)
                            && to.map(at -> !one.requestedAt.isAfter(at)).orElse(true)
                    : ids.contains(one.id);
            if (wanted) {
                found.add(0, one);
            }
        }
        return found;
    }

    private Instant now() {
        return clock.instant().plus(off).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Its clock is wrong by so much. */
    public synchronized void clockIsOff(Duration by) {
        off = by;
    }

    /** Somebody else's request, from another way. */
    public synchronized void filed(String service, double lat, double lon, String description, Instant at) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        said.put("service_code", List.of(service));
        said.put("lat", List.of(String.valueOf(lat)));
        said.put("long", List.of(String.valueOf(lon)));
        said.put("description", List.of(description));
        requests.add(new Request(String.valueOf(++numbers), "", said, at.truncatedTo(ChronoUnit.SECONDS)));
    }

    StandInDocument document(Request one) {
        return StandInDocument.object("request")
                .with("service_request_id", one.id)
                .with("status", one.status)
                .with("status_notes", one.notes)
                .with(
                        "service_name",
                        service(one.said("service_code")).map(Service::name).orElse(""))
                .with("service_code", one.said("service_code"))
                .with("description", one.said("description"))
                .with("requested_datetime", one.requestedAt)
                .with("updated_datetime", one.updatedAt)
                .with("address", one.said("address_string"))
                .with("lat", one.said("lat"))
                .with("long", one.said("long"))
                .with("media_url", one.said("media_url"));
    }

    StandInDocument document(Update one) {
        return StandInDocument.object("request_update")
                .with("update_id", one.id())
                .with("service_request_id", one.requestId())
                .with("status", one.status())
                .with("updated_datetime", one.at())
                .with("description", one.text())
                .with("media_url", one.mediaUrl());
    }
}
