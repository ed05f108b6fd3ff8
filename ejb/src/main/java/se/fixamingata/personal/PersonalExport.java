package se.fixamingata.personal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.SqlTime;

/**
 * All that is stored about a person, as a JSON file (GDPR, article 20). What others have written stays out, answers of authorities
 * included. Rows are written as they are read, so that a thousand reports need no more memory than one.
 */
@Stateless
@PermitAll
public class PersonalExport {

    private static final int PORTION = 200;

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    ServiceSettings service;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public PersonalExport() {}

    /** For tests. */
    PersonalExport(EntityManager em, Accounts accounts, ServiceSettings service, AuditTrail audit, Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.service = service;
        this.audit = audit;
        this.clock = clock;
    }

    public void write(Caller caller, OutputStream out) {
        Account account = accounts.find(caller.accountId()).orElseThrow();
        audit.record(account.id(), null, "account.exported", "account:" + account.id(), null, null);
        try (JsonGenerator json = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(out)) {
            json.writeStartObject();
            json.write("service", service.publicUrl());
            json.write("written", clock.instant().toString());
            account(json, account);
            sessions(json, account);
            reports(json, account);
            updates(json, account);
            subscriptions(json, account);
            json.writeEnd();
        }
    }

    private void account(JsonGenerator json, Account account) {
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
        accounts.memberships(account.id()).forEach(place -> {
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
        rows(
                "select id, browser, way, " + SqlTime.micros("created_at") + ", " + SqlTime.micros("last_seen_at")
                        + " from account_session where account_id = ?1 and id > ?2 order by id",
                account.id(),
                row -> {
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
        rows(
                "select id, title, description, category_code, status, municipality_code, authority_code, lat, lon, address,"
                        + " reporter_name, reporter_phone, show_name, source, " + SqlTime.micros("submitted_at") + ", "
                        + SqlTime.micros("confirmed_at")
                        + ", (select group_concat(photo.id) from photo where photo.report_id = report.id"
                        + " and photo.update_id is null)"
                        + " from report where reporter_account = ?1 and id > ?2 order by id",
                account.id(),
                row -> report(json, row));
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
        json.writeEnd();
    }

    private void updates(JsonGenerator json, Account account) {
        json.writeStartArray("updates");
        rows(
                "select id, report_id, text, name, show_name, looks_fixed, state, " + SqlTime.micros("created_at")
                        + " from report_update where account_id = ?1 and id > ?2 order by id",
                account.id(),
                row -> {
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
        rows(
                "select id, report_id, state, " + SqlTime.micros("created_at")
                        + " from subscription where account_id = ?1 and id > ?2 order by id",
                account.id(),
                row -> {
                    json.writeStartObject();
                    json.write("report", ((Number) row[1]).longValue());
                    json.write("state", (String) row[2]);
                    json.write("created", SqlTime.instant(row[3]).toString());
                    json.writeEnd();
                });
        json.writeEnd();
    }

    /** Portion after portion, each found by where the one before ended. */
    private void rows(String query, long accountId, java.util.function.Consumer<Object[]> writer) {
        long after = 0;
        List<?> portion;
        do {
            portion = em.createNativeQuery(query)
                    .setParameter(1, accountId)
                    .setParameter(2, after)
                    .setMaxResults(PORTION)
                    .getResultList();
            for (Object row : portion) {
                writer.accept((Object[]) row);
                after = ((Number) ((Object[]) row)[0]).longValue();
            }
        } while (portion.size() == PORTION);
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
