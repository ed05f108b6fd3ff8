package se.fixamingata.open311;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the stand-in does with what is posted, and how it tells of single things. */
final class StandInPosts {

    private static final Set<String> REQUEST_ARGUMENTS = Set.of(
            "api_key",
            "jurisdiction_id",
            "service_code",
            "lat",
            "long",
            "address_string",
            "address_id",
            "email",
            "device_id",
            "account_id",
            "first_name",
            "last_name",
            "phone",
            "description",
            "media_url");
    private static final Set<String> UPDATE_ARGUMENTS = Set.of(
            "api_key",
            "jurisdiction_id",
            "service_request_id",
            "update_id",
            "updated_datetime",
            "status",
            "description",
            "email",
            "phone",
            "first_name",
            "last_name",
            "title",
            "media_url",
            "account_id",
            "service_code",
            "email_alerts_requested",
            "public_anonymity_required");
    private static final List<String> UPDATE_REQUIRED =
            List.of("service_request_id", "update_id", "updated_datetime", "status", "description");
    private static final int DESCRIPTION_MAX = 4000;

    private final StandInBook book;

    StandInPosts(StandInBook book) {
        this.book = book;
    }

    StandInReply take(String resource, Map<String, List<String>> arguments, StandInDay day) {
        return switch (resource) {
            case "requests" -> wrong(arguments).orElseGet(() -> stored(arguments, day));
            case "servicerequestupdates" -> wrongUpdate(arguments).orElseGet(() -> storedUpdate(arguments, day));
            default -> refused(404, "No such resource");
        };
    }

    private Optional<StandInReply> wrong(Map<String, List<String>> arguments) {
        for (Map.Entry<String, List<String>> one : arguments.entrySet()) {
            String name = one.getKey();
            if (!REQUEST_ARGUMENTS.contains(name) && !name.startsWith("attribute[")) {
                return Optional.of(refused(400, "Unknown argument " + name));
            }
            if (REQUEST_ARGUMENTS.contains(name) && one.getValue().size() > 1) {
                return Optional.of(refused(400, "Several " + name));
            }
        }
        Optional<StandInBook.Service> service =
                Optional.ofNullable(first(arguments, "service_code")).flatMap(book::service);
        if (service.isEmpty()) {
            return Optional.of(refused(404, "service_code"));
        }
        if (first(arguments, "lat") == null && first(arguments, "address_string") == null) {
            return Optional.of(refused(400, "No location"));
        }
        if (String.valueOf(first(arguments, "description")).length() > DESCRIPTION_MAX) {
            return Optional.of(refused(400, "description is too long"));
        }
        return wrongAttribute(service.get(), arguments);
    }

    private Optional<StandInReply> wrongAttribute(StandInBook.Service service, Map<String, List<String>> arguments) {
        for (String name : arguments.keySet()) {
            if (name.startsWith("attribute[")
                    && service.attributes().stream()
                            .noneMatch(known -> name.startsWith("attribute[" + known.code() + "]"))) {
                return Optional.of(refused(400, "Unknown " + name));
            }
        }
        return service.attributes().stream()
                .filter(StandInBook.Attribute::required)
                .filter(one ->
                        arguments.keySet().stream().noneMatch(name -> name.startsWith("attribute[" + one.code() + "]")))
                .findFirst()
                .map(missing -> refused(400, missing.code() + " is required"));
    }

    private StandInReply stored(Map<String, List<String>> arguments, StandInDay day) {
        String type =
                book.service(first(arguments, "service_code")).orElseThrow().type();
        StandInBook.Request stored = book.post(arguments, type.equals("realtime"));
        return spoilt(day).orElseGet(() -> {
            StandInDocument told = StandInDocument.object("request");
            if (type.equals("realtime")) {
                told.with("service_request_id", stored.id()).with("service_notice", "Inom tre dagar");
            } else if (type.equals("batch")) {
                told.with("token", stored.token());
            } else {
                return StandInReply.of(StandInDocument.list("service_requests"));
            }
            return StandInReply.of(StandInDocument.list("service_requests").with(told.with("account_id", "")));
        });
    }

    private static Optional<StandInReply> spoilt(StandInDay day) {
        return switch (day) {
            case FAILS_AFTER_STORING -> Optional.of(StandInReply.page(500));
            case HANGS_UP_AFTER_STORING -> Optional.of(StandInReply.hangUp());
            case PAGE_AFTER_STORING -> Optional.of(StandInReply.page(200));
            case BLACKBOX -> Optional.of(StandInReply.nothing());
            default -> Optional.empty();
        };
    }

    private Optional<StandInReply> wrongUpdate(Map<String, List<String>> arguments) {
        for (String name : arguments.keySet()) {
            if (!UPDATE_ARGUMENTS.contains(name)) {
                return Optional.of(refused(400, "Unknown argument " + name));
            }
        }
        for (String name : UPDATE_REQUIRED) {
            if (first(arguments, name) == null) {
                return Optional.of(refused(400, "Bad request: " + name));
            }
        }
        if (first(arguments, "updated_datetime").contains(".")) {
            return Optional.of(refused(400, "updated_datetime has fractions"));
        }
        return book.request(first(arguments, "service_request_id")).isPresent()
                ? Optional.empty()
                : Optional.of(refused(404, "service_request_id"));
    }

    private StandInReply storedUpdate(Map<String, List<String>> arguments, StandInDay day) {
        String id = book.update(
                first(arguments, "service_request_id"), first(arguments, "status"), first(arguments, "description"));
        return spoilt(day)
                .orElseGet(() -> StandInReply.of(StandInDocument.list("service_request_updates")
                        .with(StandInDocument.object("request_update").with("update_id", id))));
    }

    StandInDocument services() {
        StandInDocument all = StandInDocument.list("services");
        book.services()
                .forEach(one -> all.with(StandInDocument.object("service")
                        .with("service_code", one.code())
                        .with("service_name", one.name())
                        .with("description", "Om " + one.name())
                        .with("metadata", !one.attributes().isEmpty())
                        .with("type", one.type())
                        .with("keywords", "gata, park")
                        .with("group", "Gata")));
        return all;
    }

    StandInReply definition(String code) {
        return book.service(code)
                .map(service -> {
                    StandInDocument attributes = StandInDocument.list("attributes");
                    service.attributes().forEach(one -> attributes.with(attribute(one, service)));
                    return StandInReply.of(StandInDocument.object("service_definition")
                            .with("service_code", code)
                            .with(attributes));
                })
                .orElseGet(() -> refused(404, "service_code"));
    }

    private static StandInDocument attribute(StandInBook.Attribute one, StandInBook.Service service) {
        StandInDocument values = StandInDocument.list("values");
        one.values()
                .forEach((key, name) -> values.with(
                        StandInDocument.object("value").with("key", key).with("name", name)));
        StandInDocument told = StandInDocument.object("attribute")
                .with("variable", true)
                .with("code", one.code())
                .with("datatype", one.datatype())
                .with("required", one.required())
                .with("datatype_description", "")
                .with("order", service.attributes().indexOf(one) + 1)
                .with("description", "Ange " + one.code());
        return one.values().isEmpty() ? told : told.with(values);
    }

    StandInReply token(String token) {
        return book.byToken(token)
                .map(one -> StandInReply.of(StandInDocument.list("service_requests")
                        .with(StandInDocument.object("request")
                                .with("service_request_id", one.id())
                                .with("token", token))))
                .orElseGet(() -> refused(404, "token"));
    }

    StandInReply one(String id) {
        return book.request(id)
                .map(one ->
                        StandInReply.of(StandInDocument.list("service_requests").with(book.document(one))))
                .orElseGet(() -> refused(404, "service_request_id"));
    }

    StandInReply refused(int status, String why) {
        return StandInReply.of(status, error(status, why));
    }

    StandInDocument error(int status, String why) {
        return StandInDocument.list("errors")
                .with(StandInDocument.object("error").with("code", status).with("description", why));
    }

    private static String first(Map<String, List<String>> arguments, String name) {
        return arguments.containsKey(name) ? arguments.get(name).get(0) : null;
    }
}
