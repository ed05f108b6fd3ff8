package se.fixamingata.open311.client;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.open311.client.ClientScene.FORSHAGA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.open311.StandInBook;
import se.fixamingata.open311.StandInDay;
import se.fixamingata.open311.wire.WireFormat;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Report;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;

/** Reports to a municipality's own server (R23, R25): on good days once, on every bad day of open311.md 6.2 once as well. */
class Open311ChannelIT extends ChannelScene {

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    @DisplayName(
            "Section 6.2, no unknown arguments, no blank ones, jurisdiction_id omitted when not set: a good day: posted by the letter of the specification, and the number is kept")
    void arrives(WireFormat format) {
        EndpointDialect usual = ClientScene.usual(theirs.url());
        sending.transactions.run(() -> sending.em
                .find(Endpoint.class, FORSHAGA)
                .speak(
                        new EndpointDialect(
                                usual.url() + "/",
                                "",
                                format,
                                usual.attributeStyle(),
                                false,
                                "fixed",
                                UpdatesFrom.NONE,
                                false,
                                usual.timeZone(),
                                " "),
                        clock.instant()));
        Report report = confirmed();
        deliveries.round();

        StandInBook.Request arrived = theirs.book().requests().get(0);
        assertThat(arrived.arguments())
                .containsOnlyKeys(
                        "api_key",
                        "service_code",
                        "lat",
                        "long",
                        "address_string",
                        "email",
                        "first_name",
                        "last_name",
                        "phone",
                        "description");
        assertThat(arrived.said("lat")).isEqualTo("59.531200");
        assertThat(arrived.said("first_name") + "|" + arrived.said("last_name")).isEqualTo("Åsa|Öberg");
        assertThat(arrived.said("description"))
                .startsWith("Trasig lampa\n\nLampan vid övergångsstället")
                .endsWith("https://fixamingata.test/rapport/" + report.id());
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(remote(report)).hasValueSatisfying(kept -> {
            assertThat(kept.state()).isEqualTo(RemoteState.NUMBERED);
            assertThat(kept.serviceRequestId()).isEqualTo(arrived.id());
            assertThat(kept.reportId()).isEqualTo(report.id());
        });
        assertThat(deliveries.answers(report)).containsExactly("200 service_request_id " + arrived.id());
        assertThat(faults()).isEmpty();
    }

    @Test
    @DisplayName("A report taken by a server that was silent: it is asked at once what has happened")
    void answersAgain() {
        sending.transactions.run(
                () -> sending.sql("update open311_endpoint set poll_failures = 3, next_poll_at = '2099-01-01'"));
        Report report = confirmed();
        deliveries.round();
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        Instant next = sending.transactions.call(
                () -> sending.em.find(Endpoint.class, FORSHAGA).nextPollAt());
        assertThat(next).isEqualTo(clock.instant());
    }

    @Test
    @DisplayName(
            "Section 6.2, attribute style and our own id: attributes: those of the definition and no others, lists in the style of the endpoint, our number where it is offered")
    void attributes() {
        theirs.book()
                .service(
                        "lampor",
                        "Trasig lampa",
                        "realtime",
                        new StandInBook.Attribute("stolpe", "string", true, Map.of()),
                        new StandInBook.Attribute("fel", "multivaluelist", false, Map.of("a", "A", "b", "B")),
                        new StandInBook.Attribute("sedan", "datetime", false, Map.of()),
                        new StandInBook.Attribute("vart_id", "string", false, Map.of()));
        sending.transactions.run(() -> sending.em
                .createNativeQuery("update open311_service set definition = ?1")
                .setParameter(
                        1,
                        "{\"attributes\":[{\"code\":\"stolpe\",\"datatype\":\"string\",\"required\":true},"
                                + "{\"code\":\"fel\",\"datatype\":\"multivaluelist\"},{\"code\":\"sedan\",\"datatype\":\"datetime\"},"
                                + "{\"code\":\"vart_id\",\"datatype\":\"string\"}]}")
                .executeUpdate());
        for (AttributeStyle style : AttributeStyle.values()) {
            sending.transactions.run(() -> sending.sql("update open311_endpoint set own_id_attribute = 'vart_id',"
                    + " attribute_style = '" + style + "'"));
            Report report = confirmed();
            sending.transactions.run(() -> {
                answer(report, "stolpe", "Stolpens nummer?", "17 & 18", "17 & 18");
                answer(report, "fel", "Vad är fel?", "a\nb", "A\nB");
                answer(report, "sedan", "Sedan när?", "2026-10-25", "25 oktober");
                answer(report, "hund", "Finns det en hund?", "nej", "Nej");
            });
            deliveries.round();

            StandInBook.Request arrived =
                    theirs.book().requests().get(theirs.book().requests().size() - 1);
            String list = style == AttributeStyle.BRACKETS ? "attribute[fel][]" : "attribute[fel]";
            assertThat(arrived.arguments().get(list)).containsExactly("a", "b");
            assertThat(arrived.said("attribute[stolpe]")).isEqualTo("17 & 18");
            assertThat(arrived.said("attribute[sedan]")).isEqualTo("2026-10-24T22:00:00Z");
            assertThat(arrived.said("attribute[vart_id]")).isEqualTo(String.valueOf(report.id()));
            assertThat(arrived.arguments().keySet()).noneMatch(name -> name.contains("hund"));
            assertThat(arrived.said("description")).contains("Finns det en hund? Nej");
            assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        }
    }

    private void answer(Report report, String code, String question, String value, String shown) {
        sending.em
                .createNativeQuery("insert into report_answer values (?1, ?2, 1, ?3, ?4, ?5)")
                .setParameter(1, report.id())
                .setParameter(2, code)
                .setParameter(3, question)
                .setParameter(4, value)
                .setParameter(5, shown)
                .executeUpdate();
    }

    @Test
    @DisplayName("Of several cities behind one server it is told which; the key is never in a log")
    void jurisdiction() {
        theirs.wanting("forshaga.se");
        Report report = confirmed();
        deliveries.round();
        assertThat(state(report)).isEqualTo(DeliveryState.PARKED);
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo("refused");
            assertThat(fault.subject()).isEqualTo("report:" + report.id());
            assertThat(fault.request())
                    .startsWith("POST " + theirs.url() + "/requests.xml\n")
                    .doesNotContain("nyckel", "asa", "berg", "070");
            assertThat(fault.answer()).contains("jurisdiction_id");
        });

        sending.transactions.run(() -> sending.sql("update open311_endpoint set jurisdiction = 'forshaga.se'"));
        deliveries.sendAgain(report);
        deliveries.round();

        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName(
            "What was refused for want of a service goes again as soon as its category is another service; what others wait for does not")
    void anotherServiceWakes() {
        theirs.book().withdraw("lampor");
        theirs.book().service("belysning", "Belysning", "realtime");
        Report report = confirmed();
        deliveries.round();
        assertThat(state(report)).isEqualTo(DeliveryState.PARKED);
        clock.advance(Duration.ofMinutes(5));
        deliveries.changed(FORSHAGA);
        deliveries.round();
        assertThat(outcomes(report)).as("nothing is another").hasSize(1);

        sending.transactions.run(() -> {
            sending.sql(
                    "insert into open311_service select authority_code, 'belysning', name, description, service_group, type,"
                            + " metadata, definition, seen_at, gone_at from open311_service");
            sending.sql("update open311_mapping set service_code = 'belysning', changed_at = '"
                    + SqlTime.text(clock.instant()) + "'");
        });
        deliveries.changed(FORSHAGA);
        deliveries.round();
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(theirs.book().requests().get(0).said("service_code")).isEqualTo("belysning");
        deliveries.changed(FORSHAGA);
        deliveries.round();
        assertThat(theirs.book().requests()).hasSize(1);
    }

    @Test
    @DisplayName(
            "A long report with many photos: cut to what may be said, our page whole; the first photo as media, the others named")
    void longAndManyPhotos() {
        Report report = sending.submitted(FORSHAGA, "lighting", "Trasig lampa", Language.SV);
        sending.transactions.run(() -> {
            Report long_ = sending.em.find(Report.class, report.id());
            long_.reword("Trasig lampa", "\u0001" + "Å & Ö <b> ".repeat(399), clock.instant());
            sending.em.persist(long_.confirm(clock.instant()));
            long_.keepPrivate(true);
            for (int i = 0; i < 3; i++) {
                sending.photos.add(
                        new PhotoOwner.Report(report.id()),
                        "a.jpg",
                        new PreparedPhoto(new byte[] {1}, 4, 3, new byte[] {1}, 4, 3));
            }
        });
        deliveries.planned(report);
        deliveries.round();

        StandInBook.Request arrived = theirs.book().requests().get(0);
        String description = arrived.said("description");
        assertThat(description)
                .hasSizeLessThanOrEqualTo(RequestForm.DESCRIPTION_MAX)
                .contains("…")
                .doesNotContain("\u0001");
        assertThat(description).endsWith("\nhttps://fixamingata.test/rapport/" + report.id());
        assertThat(arrived.said("media_url"))
                .matches("https://fixamingata\\.test/bild/[^/]+/full\\?sigill=1763\\.\\d+\\.[\\w-]{24}");
        assertThat(description.lines().filter(line -> line.contains("?sigill=1763.")))
                .hasSize(2);
        assertThat(arrived.arguments().toString())
                .as("what their system shows to everybody opens nothing but pictures")
                .doesNotContain("nyckel=");
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName(
            "Section 6.2, blackbox or empty answer: taken without number or token: arrived, never asked about and never sent again")
    void blackbox() {
        theirs.day(StandInDay.BLACKBOX);
        Report empty = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        theirs.book().service("lampor", "Trasig lampa", "blackbox");
        Report list = confirmed();
        deliveries.round();

        for (Report report : List.of(empty, list)) {
            assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
            assertThat(remote(report)).hasValueSatisfying(kept -> {
                assertThat(kept.state()).isEqualTo(RemoteState.BLIND);
                assertThat(kept.nextPollAt()).isNull();
            });
        }
        later(Duration.ofDays(1));
        assertThat(theirs.book().requests()).hasSize(2);
    }

    @Test
    @DisplayName("A number that another report has already is not given twice: arrived, without a number of its own")
    void sameNumber() {
        Report first = confirmed();
        deliveries.round();
        String number = remote(first).orElseThrow().serviceRequestId();
        long id = deliveries.id(first);
        boolean own = sending.transactions.call(() -> {
            Report second = deliveries.confirmed(FORSHAGA, "lighting", "En till");
            return client.requests.keep(deliveries.id(second), second.id(), FORSHAGA, new RemoteName(number, ""));
        });
        assertThat(own).isFalse();
        assertThat(sending.transactions.call(() -> client.requests.byNumber(FORSHAGA, number)))
                .hasValueSatisfying(kept -> assertThat(kept.deliveryId()).isEqualTo(id));
    }
}
