package se.fixamingata.open311.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.fixamingata.open311.client.ClientScene.FORSHAGA;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.delivery.AttemptView;
import se.fixamingata.delivery.DeliveryScene;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.integration.Fault;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.StandInBook;
import se.fixamingata.open311.StandInDay;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.open311.wire.WireFormat;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Report;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.sending.TestTransactions.Killed;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;

/** Reports to a municipality's own server (R23, R25): on good days once, on every bad day of open311.md 6.2 once as well. */
class Open311ChannelIT extends DatabaseTest {

    private StandIn theirs;
    private SendingScene sending;
    private ClientScene client;
    private DeliveryScene deliveries;

    @BeforeEach
    void scene() {
        dataSource();
        theirs = new StandIn(clock);
        theirs.book().service("lampor", "Trasig lampa", "realtime");
        use(Duration.ofSeconds(20));
        sending.authorities();
        client.connect(ClientScene.usual(theirs.url()));
        client.map("lighting", "lampor", "realtime", null);
    }

    private void use(Duration patience) {
        sending = new SendingScene(clock, 1);
        client = new ClientScene(clock, sending, patience);
        deliveries = new DeliveryScene(sending, clock, client.channel());
    }

    @AfterEach
    void stop() {
        theirs.close();
    }

    private Report confirmed() {
        return deliveries.confirmed(FORSHAGA, "lighting", "Trasig lampa");
    }

    private DeliveryState state(Report report) {
        return deliveries.view(report).state();
    }

    private List<AttemptOutcome> outcomes(Report report) {
        return deliveries.view(report).attempts().stream()
                .map(AttemptView::outcome)
                .toList();
    }

    private Optional<RemoteRequest> remote(Report report) {
        long id = deliveries.id(report);
        return sending.transactions.call(() -> client.requests.find(id));
    }

    private List<Fault> faults() {
        return sending.transactions.call(() -> sending.em
                .createQuery("select f from Fault f order by f.id", Fault.class)
                .getResultList());
    }

    private List<String> reasons() {
        return faults().stream().map(Fault::reason).toList();
    }

    private void later(Duration time) {
        clock.advance(time);
        deliveries.round();
    }

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

    @ParameterizedTest
    @EnumSource(
            value = StandInDay.class,
            names = {"FAILS_AFTER_STORING", "HANGS_UP_AFTER_STORING", "PAGE_AFTER_STORING"})
    @DisplayName(
            "Section 6.2, POST time-out or 5xx, 500 after it was stored: stored, and then no proper answer: looked for, found, and not sent again")
    void unknownIsLookedFor(StandInDay day) {
        theirs.day(day);
        Report report = confirmed();
        deliveries.round();
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN);
        theirs.day(StandInDay.NORMAL);
        later(Duration.ofMinutes(1));

        assertThat(theirs.book().requests()).hasSize(1);
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN, AttemptOutcome.ACCEPTED);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(remote(report).orElseThrow().serviceRequestId())
                .isEqualTo(theirs.book().requests().get(0).id());
        assertThat(deliveries.answers(report).get(1)).startsWith("Looked for and found");
    }

    @Test
    @DisplayName(
            "Section 6.2, POST time-out: looked for and not there: sent again; twice without an answer, a person decides, and that person's word sends it")
    void notFoundIsSentAgain() {
        theirs.day(StandInDay.DRIP);
        use(Duration.ofMillis(300));
        Report report = confirmed();
        deliveries.round();
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN);
        theirs.day(StandInDay.NORMAL);
        use(Duration.ofSeconds(20));
        later(Duration.ofMinutes(1));
        assertThat(theirs.book().requests()).as("it may still be on its way").isEmpty();
        later(Duration.ofMinutes(5));

        assertThat(theirs.book().requests()).hasSize(1);
        assertThat(outcomes(report))
                .containsExactly(AttemptOutcome.UNKNOWN, AttemptOutcome.NOT_FOUND, AttemptOutcome.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "true, true"})
    @DisplayName("Found as well where no dates are taken, and where our page is cut out of the description")
    void foundInOddPlaces(boolean dateless, boolean reworded) {
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        Report report = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        if (dateless) {
            theirs.dateless();
        }
        if (reworded) {
            StandInBook.Request kept = theirs.book().requests().get(0);
            kept.reword(kept.said("description").replaceAll("https?://\\S+", "").replaceAll("\\s+", " "));
        }
        later(Duration.ofMinutes(1));

        assertThat(theirs.book().requests()).hasSize(1);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName("Somebody else's request about the same thing beside it is not ours: sent again")
    void somebodyElses() {
        Report other = confirmed();
        deliveries.round();
        sending.transactions.run(() -> sending.sql("delete from remote_request"));
        theirs.book().requests().get(0).reword("Trasig lampa Den blinkar bara. Ring mig.");
        theirs.day(StandInDay.DRIP);
        use(Duration.ofMillis(300));
        Report report = confirmed();
        deliveries.round();
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN);
        theirs.day(StandInDay.NORMAL);
        use(Duration.ofSeconds(20));
        later(Duration.ofMinutes(1));
        later(Duration.ofMinutes(5));

        assertThat(theirs.book().requests()).hasSize(2);
        assertThat(state(other)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "blackbox"})
    @DisplayName(
            "Section 6.2, otherwise a person decides: where nothing can be found, not finding means nothing: somebody decides; what that person sends is sent once")
    void undecided(String type) {
        theirs.book().service("lampor", "Trasig lampa", type);
        sending.transactions.run(() -> sending.sql("update open311_service set type = '" + type + "'"));
        theirs.day(StandInDay.REDIRECT);
        theirs.day(StandInDay.HANGS_UP_AFTER_STORING);
        Report report = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        // What they took is not in their list yet.
        StandIn other = new StandIn(clock);
        other.book().service("lampor", "Trasig lampa", type);
        sending.transactions.run(() -> sending.sql("update open311_endpoint set url = '" + other.url() + "'"));
        later(Duration.ofMinutes(1));
        assertThat(state(report)).isEqualTo(DeliveryState.PARKED);
        assertThat(other.book().requests()).isEmpty();
        assertThat(reasons()).contains("undecided");

        deliveries.sendAgain(report);
        deliveries.round();

        assertThat(other.book().requests()).hasSize(1);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        other.close();
    }

    @Test
    @DisplayName(
            "Section 6.2, echo: two reports alike at one place: the one whose page is named is ours, never the number of the other")
    void alike() {
        Report first = confirmed();
        deliveries.round();
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        Report second = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        later(Duration.ofMinutes(1));

        assertThat(theirs.book().requests()).hasSize(2);
        assertThat(remote(first).orElseThrow().serviceRequestId())
                .isNotEqualTo(remote(second).orElseThrow().serviceRequestId());
    }

    @Test
    @DisplayName("The system is down for three days: tried with growing pauses, then everything arrives once")
    void downForThreeDays() {
        List<Report> reports = List.of(confirmed(), confirmed(), confirmed());
        int port = theirs.port();
        theirs.close();
        for (int hour = 0; hour < 72; hour++) {
            later(Duration.ofHours(1));
        }
        assertThat(reports).allSatisfy(report -> assertThat(state(report)).isEqualTo(DeliveryState.DUE));
        assertThat(outcomes(reports.get(0))).containsOnly(AttemptOutcome.TEMPORARY_FAILURE);
        assertThat(reasons()).containsOnly("unreachable").hasSizeLessThan(80);

        theirs = new StandIn(clock, port);
        theirs.book().service("lampor", "Trasig lampa", "realtime");
        later(Duration.ofHours(1));

        assertThat(theirs.book().requests()).hasSize(3);
        assertThat(reports).allSatisfy(report -> assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED));
    }

    @Test
    @DisplayName(
            "503 from its doorkeeper for three days: nobody knows at first, so it is looked for before it is sent, and arrives once")
    void unavailableForThreeDays() {
        theirs.day(StandInDay.DOWN);
        Report report = confirmed();
        deliveries.round();
        for (int hour = 0; hour < 72; hour++) {
            later(Duration.ofHours(1));
        }
        assertThat(state(report)).isEqualTo(DeliveryState.DUE);
        assertThat(theirs.calls())
                .filteredOn(call -> call.method().equals("POST"))
                .hasSize(1);

        theirs.day(StandInDay.NORMAL);
        later(Duration.ofHours(1));
        later(Duration.ofHours(1));

        assertThat(theirs.book().requests()).hasSize(1);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName(
            "Section 6.2, time-outs: a server that does not answer is left alone for a while: the others' reports do not wait for it")
    void leftAlone() {
        use(Duration.ofMillis(300));
        theirs.day(StandInDay.DRIP);
        List<Report> reports = List.of(confirmed(), confirmed(), confirmed());
        deliveries.round();

        assertThat(theirs.calls()).hasSize(1);
        assertThat(outcomes(reports.get(0))).containsExactly(AttemptOutcome.UNKNOWN);
        assertThat(outcomes(reports.get(2))).containsExactly(AttemptOutcome.TEMPORARY_FAILURE);
        assertThat(deliveries.answers(reports.get(2)).get(0)).startsWith("Not called");
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES, REFUSED, refused",
        "ERROR_WITH_200, REFUSED, error",
        "PAGE, UNKNOWN, html",
        "BOMB, UNKNOWN, unreadable",
        "HUGE, UNKNOWN, large",
    })
    @DisplayName(
            "Section 6.2, errors with 200, HTML pages, 100 MB, bombs: bad answers: told apart, bounded, and kept for the desk without anybody's address")
    void badAnswers(StandInDay day, AttemptOutcome outcome, String reason) {
        theirs.day(day);
        Report report = confirmed();
        deliveries.round();

        assertThat(outcomes(report)).containsExactly(outcome);
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo(reason);
            assertThat(String.valueOf(fault.answer())).doesNotContain("anna@example.com");
            assertThat(String.valueOf(fault.answer()).length()).isLessThanOrEqualTo(20_000);
        });
        assertThat(theirs.book().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "301, TEMPORARY_FAILURE",
        "302, UNKNOWN",
        "303, UNKNOWN",
        "307, TEMPORARY_FAILURE",
        "308, TEMPORARY_FAILURE"
    })
    @DisplayName(
            "Section 6.2, redirects: what is posted follows none; where it may have been taken it is looked for; the desk is told where it points")
    void redirect(int status, AttemptOutcome outcome) {
        StandIn inside = new StandIn(clock);
        theirs.redirectingTo(status, inside.url() + "/requests.xml?nyckel=hemlig");
        Report report = confirmed();
        deliveries.round();
        assertThat(inside.calls()).isEmpty();
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo("redirect");
            assertThat(fault.answer()).startsWith("Location: " + inside.url()).doesNotContain("hemlig");
        });
        assertThat(outcomes(report)).containsExactly(outcome);
        inside.close();

        theirs.day(StandInDay.NORMAL);
        later(Duration.ofMinutes(1));
        later(Duration.ofMinutes(5));
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(theirs.book().requests()).hasSize(1);
    }

    private Endpoint endpoint() {
        return sending.transactions.call(() -> client.endpoints.find(FORSHAGA).orElseThrow());
    }

    @Test
    @DisplayName("Section 6.2, redirects: who asks follows, each step judged like the first, and not for ever")
    void askingFollows() {
        try (StandIn moved = new StandIn(clock)) {
            theirs.redirectingOnceTo(301, theirs.url() + "/services.xml?flyttad=1");
            WireAnswer answer = client.calls.get(endpoint(), "services", WireArguments.none());
            assertThat(answer.node().items("service")).isNotEmpty();
            assertThat(answer.request())
                    .isEqualTo(
                            "GET " + theirs.url() + "/services.xml\n301 → " + theirs.url() + "/services.xml?flyttad=1");

            theirs.redirectingTo(301, moved.url() + "/services.xml");
            assertThat(client.calls
                            .get(endpoint(), "services", WireArguments.none())
                            .reason())
                    .as("a neighbour inside, which others may call")
                    .isEqualTo("network");
            assertThat(moved.calls()).isEmpty();

            theirs.redirectingTo(302, "/open311/v2/services.xml");
            assertThat(client.calls
                            .get(endpoint(), "services", WireArguments.none())
                            .reason())
                    .as("round and round")
                    .isEqualTo("redirect");
            for (String inside :
                    List.of("http://10.1.2.3/x", "https://169.254.169.254/latest", "https://[::ffff:10.0.0.1]/")) {
                theirs.redirectingTo(307, inside);
                assertThat(client.calls
                                .get(endpoint(), "services", WireArguments.none())
                                .reason())
                        .as(inside)
                        .isEqualTo("network");
            }
            for (String none : List.of("ftp://127.0.0.1/x", "file:///etc/passwd", "http://a b/", "gopher:x")) {
                theirs.redirectingTo(307, none);
                assertThat(client.calls
                                .get(endpoint(), "services", WireArguments.none())
                                .reason())
                        .as(none)
                        .isEqualTo("address");
            }
            theirs.calls();
            theirs.redirectingOnceTo(302, theirs.url() + "/servicerequestupdates.xml");
            client.calls.getWithKey(endpoint(), "servicerequestupdates", WireArguments.none());
            List<StandIn.Call> calls = theirs.calls();
            assertThat(calls).hasSize(2);
            assertThat(calls.get(0).arguments()).containsKey("api_key");
            assertThat(calls.get(1).arguments())
                    .as("our key is not carried to where they point")
                    .doesNotContainKey("api_key");
        }
    }

    @ParameterizedTest
    @CsvSource({"20, false", "50, false", "100, true", "0, true"})
    @DisplayName(
            "Section 6.2, unknown outcome: found among many on the same day, however small their pages, with dates and without")
    void foundBehindThePagesEnd(int pageSize, boolean dateless) {
        theirs.pages(pageSize);
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        Report report = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        for (int i = 0; i < 220; i++) {
            theirs.book()
                    .filed(
                            "lampor",
                            59.4 + i / 1000.0,
                            13.5,
                            "Någon annans",
                            clock.instant().minusSeconds(i * 30L));
            theirs.book()
                    .filed(
                            "lampor",
                            59.4 + i / 1000.0,
                            13.6,
                            "Någons",
                            clock.instant().plusSeconds(i * 30L));
        }
        if (dateless) {
            theirs.dateless();
        }
        later(Duration.ofHours(2));

        assertThat(outcomes(report)).containsExactly(AttemptOutcome.UNKNOWN, AttemptOutcome.ACCEPTED);
        assertThat(deliveries.answers(report).get(1)).startsWith("Looked for and found");
        assertThat(theirs.book().requests()).hasSize(441);
    }

    @Test
    @DisplayName(
            "Section 6.2, requests without service_request_id: found so, it is not sent, and looked for again until it has its number")
    void foundBeforeItHasANumber() {
        theirs.book().service("lampor", "Trasig lampa", "batch");
        sending.transactions.run(() -> sending.sql("update open311_service set type = 'batch'"));
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        Report report = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        later(Duration.ofHours(1));
        later(Duration.ofHours(1));
        assertThat(state(report)).isEqualTo(DeliveryState.DUE);
        assertThat(remote(report)).isEmpty();

        String number = theirs.book().number(theirs.book().requests().get(0));
        later(Duration.ofHours(1));
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(remote(report).orElseThrow().serviceRequestId()).isEqualTo(number);
        assertThat(theirs.book().requests()).hasSize(1);
    }

    @Test
    @DisplayName(
            "Section 6.2, unknown outcome: what could not be looked through to its end is somebody's to decide, and is not sent again")
    void tooManyToLookThrough() {
        theirs.pages(10);
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        Report report = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        for (int i = 0; i < 40; i++) {
            theirs.book()
                    .filed("lampor", 59.4, 13.5, "Någon annans", clock.instant().plusSeconds(1));
        }
        later(Duration.ofMinutes(1));

        assertThat(state(report)).isEqualTo(DeliveryState.PARKED);
        assertThat(reasons()).contains("undecided");
        assertThat(theirs.book().requests()).hasSize(41);
    }

    @ParameterizedTest
    @ValueSource(longs = {-7200, -3600, 3600, 7200})
    @DisplayName("Section 6.2, clocks differ: found though their clock keeps local time, and says that it is UTC")
    void foundThoughTheirClockIsWrong(long seconds) {
        theirs.book().clockIsOff(Duration.ofSeconds(seconds));
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        Report report = confirmed();
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        StandInBook.Request kept = theirs.book().requests().get(0);
        // By its words alone.
        kept.reword(kept.said("description").replaceAll("https?://\\S+", ""));
        later(Duration.ofMinutes(1));

        assertThat(theirs.book().requests()).hasSize(1);
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

    @ParameterizedTest
    @CsvSource({
        "https://10.1.2.3/open311, network",
        "https://169.254.169.254/latest, network",
        "http://192.0.2.1/open311, network",
        "ftp://127.0.0.1/open311, address",
        "https://user@127.0.0.1/open311, address",
        "https://no such host/, address",
        "https://finns-inte.invalid/open311, name",
    })
    @DisplayName("An address of the inside network, or none at all, is never called")
    void neverCalled(String url, String reason) {
        sending.transactions.run(() -> sending.sql("update open311_endpoint set url = '" + url + "'"));
        Report report = confirmed();
        deliveries.round();

        assertThat(reasons()).containsExactly(reason);
        assertThat(outcomes(report)).containsExactly(AttemptOutcome.TEMPORARY_FAILURE);
    }

    @Test
    @DisplayName(
            "Section 6.2, self-signed: a certificate that nobody vouches for: nothing is said to it, and the desk knows why")
    void certificate() {
        try (StandIn impostor = StandIn.selfSigned(clock)) {
            sending.transactions.run(() -> sending.sql("update open311_endpoint set url = '" + impostor.url() + "'"));
            Report report = confirmed();
            deliveries.round();

            assertThat(impostor.calls()).isEmpty();
            assertThat(reasons()).containsExactly("certificate");
            assertThat(outcomes(report)).containsExactly(AttemptOutcome.TEMPORARY_FAILURE);
        }
    }

    @Test
    @DisplayName("\"It is there already\" is no refusal: looked for, found, and its number kept")
    void thereAlready() {
        Report report = confirmed();
        deliveries.round();
        sending.transactions.run(() -> {
            sending.sql("delete from remote_request");
            sending.sql("update delivery set state = 'PARKED'");
        });
        theirs.refusingWith("base is a duplicate");
        deliveries.sendAgain(report);
        deliveries.round();
        assertThat(outcomes(report)).endsWith(AttemptOutcome.UNKNOWN);
        later(Duration.ofMinutes(1));

        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(remote(report).orElseThrow().serviceRequestId())
                .isEqualTo(theirs.book().requests().get(0).id());
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
    @DisplayName("Our server dies at any step of a delivery: each report arrives, none twice")
    void killedAnywhere() {
        List<Report> reports = new ArrayList<>();
        for (int step = 1; step <= 7; step++) {
            for (boolean before : new boolean[] {true, false}) {
                reports.add(confirmed());
                if (before) {
                    sending.transactions.killBefore(step);
                } else {
                    sending.transactions.killAfter(step);
                }
                assertThatThrownBy(deliveries::round).isInstanceOf(Killed.class);
                later(Duration.ofMinutes(6));
                later(Duration.ofMinutes(6));
                later(Duration.ofMinutes(6));
            }
        }
        assertThat(reports).allSatisfy(report -> assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED));
        assertThat(theirs.book().requests()).hasSize(reports.size());
        assertThat(new HashSet<>(theirs.book().requests().stream()
                        .map(one -> one.said("description"))
                        .toList()))
                .hasSize(reports.size());
    }

    @Test
    @DisplayName(
            "The database is gone when the number is to be kept: it is kept when it is back, and nothing is sent twice")
    void databaseGone() {
        Report report = confirmed();
        // Letters first; then lease, prepare, page, hand-over; then the number.
        sending.transactions.databaseGone(6, 3);
        deliveries.round();

        assertThat(theirs.book().requests()).hasSize(1);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(remote(report)).isPresent();
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
