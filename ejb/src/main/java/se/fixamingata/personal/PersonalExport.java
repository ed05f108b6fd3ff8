package se.fixamingata.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.SqlTime;

/**
 * All that is stored about a person, as a JSON file (GDPR, article 20). What others have written stays out, answers of authorities
 * included. A portion of rows is written before the next is read, so that a thousand reports need no more memory than one, and no
 * connection to the database waits for a slow reader.
 */
@ApplicationScoped
public class PersonalExport {

    @Inject
    PersonalRows rows;

    @Inject
    ServiceSettings service;

    @Inject
    Clock clock;

    /** For the container. */
    public PersonalExport() {}

    /** For tests. */
    PersonalExport(PersonalRows rows, ServiceSettings service, Clock clock) {
        this.rows = rows;
        this.service = service;
        this.clock = clock;
    }

    /** Outside any transaction; does not close the stream. */
    public void write(Caller caller, OutputStream out) {
        PersonalRows.Person person = rows.begin(caller);
        Account account = person.account();
        try (JsonGenerator json = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(out)) {
            json.writeStartObject();
            json.write("service", service.publicUrl());
            json.write("written", clock.instant().toString());
            account(json, person);
            sessions(json, account);
            reports(json, account);
            updates(json, account);
            subscriptions(json, account);
            json.writeEnd();
        }
    }

    private static void account(JsonGenerator json, PersonalRows.Person person) {
        Account account = person.account();
        json.writeStartObject("account");
        json.write("email", account.email());
        json.write("name", account.name());
        write(json, "phone", account.phone());
        json.write("language", account.language().code());
        json.write("created", account.createdAt().toString());
        write(json, "lastSeen", account.lastSeenAt());
        json.write("password", account.passwordHash() != null);
        json.write("secondFactor", account.hasTotp());
        json.write("operator", account.isOperator());
        json.writeStartArray("places");
        person.places().forEach(place -> {
            json.writeStartObject();
            json.write("authority", place.authorityCode());
            json.write("role", place.role().code());
            json.writeEnd();
        });
        json.writeEnd();
        json.writeEnd();
    }

    private void sessions(JsonGenerator json, Account account) {
        json.writeStartArray("sessions");
        each(PersonalRows.Kind.SESSIONS, account, row -> {
            json.writeStartObject();
            json.write("browser", (String) row[1]);
            json.write("way", (String) row[2]);
            json.write("created", SqlTime.instant(row[3]).toString());
            json.write("lastSeen", SqlTime.instant(row[4]).toString());
            json.writeEnd();
        });
        json.writeEnd();
    }

    private void reports(JsonGenerator json, Account account) {
        json.writeStartArray("reports");
        each(PersonalRows.Kind.REPORTS, account, row -> report(json, row));
        json.writeEnd();
    }

    private void report(JsonGenerator json, Object[] row) {
        json.writeStartObject();
        json.write("id", ((Number) row[0]).longValue());
        json.write("url", service.link("/rapport/" + row[0]));
        String[] names = {"title", "description", "category", "status", "municipality", "authority"};
        for (int i = 0; i < names.length; i++) {
            json.write(names[i], (String) row[i + 1]);
        }
        json.write("lat", ((Number) row[7]).doubleValue());
        json.write("lon", ((Number) row[8]).doubleValue());
        write(json, "address", row[9]);
        write(json, "name", row[10]);
        write(json, "phone", row[11]);
        json.write("nameShown", isTrue(row[12]));
        json.write("source", (String) row[13]);
        write(json, "submitted", SqlTime.instant(row[14]));
        write(json, "confirmed", SqlTime.instant(row[15]));
        json.writeStartArray("photos");
        if (row[16] != null) {
            Stream.of(row[16].toString().split(",")).forEach(id -> json.write(service.link("/bild/" + id + "/full")));
        }
        json.writeEnd();
        json.write("answers", row[17] == null ? JsonValue.EMPTY_JSON_ARRAY : array(row[17].toString()));
        json.writeEnd();
    }

    private static JsonArray array(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    private void updates(JsonGenerator json, Account account) {
        json.writeStartArray("updates");
        each(PersonalRows.Kind.UPDATES, account, row -> {
            json.writeStartObject();
            json.write("report", ((Number) row[1]).longValue());
            json.write("text", (String) row[2]);
            write(json, "name", row[3]);
            json.write("nameShown", isTrue(row[4]));
            json.write("looksFixed", isTrue(row[5]));
            json.write("state", (String) row[6]);
            json.write("created", SqlTime.instant(row[7]).toString());
            json.writeEnd();
        });
        json.writeEnd();
    }

    private void subscriptions(JsonGenerator json, Account account) {
        json.writeStartArray("subscriptions");
        each(PersonalRows.Kind.SUBSCRIPTIONS, account, row -> {
            json.writeStartObject();
            json.write("kind", (String) row[4]);
            if (row[1] != null) {
                json.write("report", ((Number) row[1]).longValue());
            }
            json.write("state", (String) row[2]);
            json.write("frequency", (String) row[5]);
            json.write("created", SqlTime.instant(row[3]).toString());
            write(json, "municipality", row[6]);
            write(json, "category", row[7]);
            if (row[10] != null) {
                json.write("lat", ((Number) row[8]).doubleValue());
                json.write("lon", ((Number) row[9]).doubleValue());
                json.write("metres", ((Number) row[10]).intValue());
                write(json, "place", row[11]);
            }
            json.writeEnd();
        });
        json.writeEnd();
    }

    /** Portion after portion, each found by where the one before ended. */
    private void each(PersonalRows.Kind kind, Account account, Consumer<Object[]> writer) {
        List<Object[]> portion;
        long after = 0;
        do {
            portion = rows.read(kind, account.id(), account.email(), after);
            for (Object[] row : portion) {
                writer.accept(row);
                after = ((Number) row[0]).longValue();
            }
        } while (portion.size() == PersonalRows.PORTION);
    }

    private static boolean isTrue(Object value) {
        return value instanceof Boolean yes ? yes : ((Number) value).intValue() != 0;
    }

    private static void write(JsonGenerator json, String name, Object value) {
        if (value == null) {
            json.writeNull(name);
        } else {
            json.write(name, value.toString());
        }
    }
}
