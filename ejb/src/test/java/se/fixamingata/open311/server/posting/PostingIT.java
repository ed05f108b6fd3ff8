package se.fixamingata.open311.server.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.apikey.ApiKeys;
import se.fixamingata.apikey.Scope;
import se.fixamingata.apikey.TestApiKeys;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.deadline.TestDeadlines;
import se.fixamingata.delivery.FetchedDeliveries;
import se.fixamingata.extraquestion.ExtraQuestionWriting;
import se.fixamingata.extraquestion.ExtraQuestions;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.extraquestion.TestQuestions;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.NearestAddress;
import se.fixamingata.geography.Nominatim;
import se.fixamingata.geography.NominatimSettings;
import se.fixamingata.geography.PlaceSearch;
import se.fixamingata.geography.TestGeodata;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.incoming.IncomingScene;
import se.fixamingata.incoming.RemotePhotos;
import se.fixamingata.integration.Integrations;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.municipality.Router;
import se.fixamingata.open311.server.Arguments;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.outgoing.OutgoingSettings;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Source;
import se.fixamingata.report.Visibility;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;

class PostingIT extends DatabaseTest {

    private static final Boundaries BOUNDARIES = new Boundaries(TestGeodata.builtIn());
    private static final PostedMedia MEDIA = new PostedMedia(new OutgoingSettings("127.0.0.0/8"));
    private static final String FORSHAGA = HandlingScene.FORSHAGA;

    private RecordedEvents<ReportConfirmed> confirmed = new RecordedEvents<>();
    private HandlingScene scene;
    private ApiClient client;
    private RequestPosting posting;
    private UpdatePosting updates;

    @BeforeEach
    void start() {
        scene = new HandlingScene(em, clock);
        scene.authorities();
        client = TestApiKeys.client(em, clock, FORSHAGA, Scope.POST_REQUESTS, Scope.POST_UPDATES);
        posting = posting(em);
        updates = new UpdatePosting(new ApiKeys(em, clock), MEDIA, IncomingScene.updates(em, scene.handling, clock));
    }

    private RequestPosting posting(EntityManager own) {
        HandlingScene around = new HandlingScene(own, clock);
        ReportKeeping keeping = new ReportKeeping();
        keeping.em = own;
        keeping.keys = new ApiKeys(own, clock);
        keeping.posted = new PostedRequests(own, new OneAtATime(own), clock);
        keeping.rules = new PostingRules(
                new Router(BOUNDARIES, new CategoryCatalogue(new Categories(own), around.authorities)),
                around.authorities,
                new ExtraQuestions(own));
        keeping.photos = new DatabasePhotoStore(own, clock);
        keeping.remotePhotos = new RemotePhotos(own, new RecordedEvents<>(), clock);
        keeping.answers = new ReportAnswers(own);
        keeping.privateCategories = new PrivateCategories(own);
        keeping.deliveries = new FetchedDeliveries(own, new Integrations(own, clock), new RecordedEvents<>(), clock);
        keeping.integrations = new Integrations(own, clock);
        keeping.audit = new AuditTrail(own, clock);
        keeping.confirmed = confirmed;
        keeping.changed = new RecordedEvents<>();
        keeping.deadlines = TestDeadlines.of(own, clock);
        keeping.clock = clock;
        Nominatim nominatim =
                new Nominatim(new NominatimSettings(Optional.empty(), Duration.ZERO, Duration.ZERO, around.service));
        return new RequestPosting(
                new PostedPlaces(
                        new NearestAddress(TestGeodata.builtIn(), nominatim),
                        new PlaceSearch(TestGeodata.builtIn(), BOUNDARIES, nominatim)),
                MEDIA,
                keeping);
    }

    private static PostedRequest request(String... changes) {
        Map<String, String[]> values = new HashMap<>(Map.of(
                "service_code", new String[] {"lighting"},
                "lat", new String[] {"59.52858"},
                "long", new String[] {"13.48125"},
                "description", new String[] {"Lampan blinkar. Hela natten."},
                "email", new String[] {"anna@example.org"}));
        for (int i = 0; i < changes.length; i += 2) {
            values.put(changes[i], new String[] {changes[i + 1]});
        }
        return PostedRequest.of(new Arguments(values));
    }

    private long post(PostedRequest request) {
        long id = posting.post(client, Optional.empty(), request, List.of()).reportId();
        flushAndClear();
        return id;
    }

    private static void assertRefused(int status, ThrowingCallable posting) {
        assertThatThrownBy(posting).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status())
                .as(refusal.getMessage())
                .isEqualTo(status));
    }

    @Test
    void aPostedReportIsPublicAtOnceAndOnItsWay() {
        PreparedPhoto photo = new PreparedPhoto(new byte[] {1}, 800, 600, new byte[] {2}, 320, 240);
        PostedReport posted = posting.post(
                client,
                Optional.of(FORSHAGA),
                request("account_id", "u7", "media_url", "https://bilder.example/1.jpg"),
                List.of(new NewPhoto("lampa.jpg", photo)));
        flushAndClear();

        Report report = em.find(Report.class, posted.reportId());
        assertThat(report.status()).isEqualTo(ReportStatus.REPORTED);
        assertThat(report.isListed()).isTrue();
        assertThat(report.source()).isEqualTo(Source.API);
        assertThat(report.title()).isEqualTo("Lampan blinkar");
        assertThat(report.thumbnail()).isNotNull();
        assertThat(report.authorityCode()).isEqualTo(FORSHAGA);
        assertThat(posted.accountId()).isEqualTo("u7");
        assertThat(posted.notice()).contains(String.valueOf(report.id()), "Forshaga kommun");
        assertThat(confirmed.fired()).containsExactly(new ReportConfirmed(report.id()));
        assertThat(scene.list("select url from remote_photo")).containsExactly("https://bilder.example/1.jpg");
        assertThat(scene.list("select concat_ws('|', actor, action, subject) from audit_entry"))
                .containsExactly("system:1763|report.submitted|report:" + report.id());
    }

    /** Rule 6.1.13. */
    @Test
    void theSameWithinMinutesIsTheSameReport() {
        long first = post(request());
        clock.advance(Duration.ofMinutes(14));
        assertThat(post(request())).isEqualTo(first);
        assertThat(post(request("description", "Lampan blinkar inte längre."))).isNotEqualTo(first);
        assertThat(post(request("email", "bo@example.org"))).isNotEqualTo(first);
        clock.advance(Duration.ofMinutes(2));
        assertThat(post(request())).isNotEqualTo(first);
    }

    /** Rule 6.1.13. */
    @Test
    void theSameNumberOfTheirsIsTheSameReportForEver() {
        long first = post(request("attribute[external_id]", "A-1"));
        clock.advance(Duration.ofDays(30));
        assertThat(post(request("attribute[external_id]", "A-1", "description", "Något helt annat här.")))
                .isEqualTo(first);
        assertThat(post(request("attribute[external_id]", "A-2"))).isNotEqualTo(first);
    }

    /** Rule 6.1.13: keys are replaced, and the client is the authority's system all the same. */
    @Test
    void anotherKeyOfTheSameAuthorityPostsNothingTwice() {
        long numbered = post(request("attribute[external_id]", "A-1"));
        long worded = post(request("description", "Lampan vid bron är släckt."));
        long report = scene.report().id();
        Optional<String> update = updates.post(client, update(report, "u1", "IN_PROGRESS", "På väg."), List.of());
        flushAndClear();
        TestApiKeys.revoke(em, clock, client);
        client = TestApiKeys.client(em, clock, FORSHAGA, Scope.POST_REQUESTS, Scope.POST_UPDATES);
        clock.advance(Duration.ofMinutes(14));

        assertThat(post(request("attribute[external_id]", "A-1"))).isEqualTo(numbered);
        assertThat(post(request("description", "Lampan vid bron är släckt."))).isEqualTo(worded);
        assertThat(updates.post(client, update(report, "u1", "IN_PROGRESS", "På väg."), List.of()))
                .isEqualTo(update);
        flushAndClear();
        assertThat(scene.count("select count(*) from report_update")).isEqualTo(1);

        client = TestApiKeys.client(em, clock, HandlingScene.KARLSTAD, Scope.POST_REQUESTS);
        assertThat(post(request("attribute[external_id]", "A-1", "lat", "59.3793", "long", "13.50357")))
                .isNotEqualTo(numbered);
    }

    /** Whichever way reports go to it: it would get a second one. */
    @ParameterizedTest
    @CsvSource({"OPEN311,DUE", "MAIL,DUE", "PULL,TO_FETCH", "OPEN311,PAUSED", "MAIL,WAITING_FOR_ADDRESS"})
    void whatASystemHasPostedIsNotSentToIt(String channel, String state) {
        confirmed = new RecordedEvents<>(event -> plan(event.reportId(), channel, state));
        posting = posting(em);
        long report = post(request());
        assertThat(scene.list("select concat_ws(' ', state, delivered_at is not null) from delivery"))
                .containsExactly("DELIVERED 1");
        assertThat(scene.list("select answer from delivery_attempt")).containsExactly("posted by " + client.name());
        assertThat(post(request())).isEqualTo(report);
        assertThat(scene.count("select count(*) from delivery_attempt")).isEqualTo(1);
    }

    /** Planned as the container would, by whoever observes that the report is there. */
    private void plan(long report, String channel, String state) {
        scene.sql("insert into delivery (id, report_id, authority_code, channel, state, attempts, created_at,"
                + " next_attempt_at, message_id, version) values (next value for inner_number, " + report
                + ", '1763', '"
                + channel + "', '" + state + "', 0, utc_timestamp(6), utc_timestamp(6), '<1@test>', 1)");
    }

    /** Rule 6.1.13. */
    @Test
    void whoTimesOutAndPostsAgainAtOnceHasOneReport() {
        em.getTransaction().rollback();
        ApiClient known = committed(own -> {
            new HandlingScene(own, clock).authorities();
            return TestApiKeys.client(own, clock, FORSHAGA, Scope.POST_REQUESTS);
        });
        List<CompletableFuture<Long>> all = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> committed(own -> posting(own)
                                .post(known, Optional.empty(), request(), List.of())
                                .reportId())))
                .limit(8)
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        long reports = committed(own -> new HandlingScene(own, clock).count("select count(*) from report"));
        assertThat(reports).isEqualTo(1);
    }

    @Test
    void anAuthorityReportsAtHomeOnly() {
        assertRefused(400, () -> post(request("lat", "59.3793", "long", "13.50357")));
        assertRefused(400, () -> post(request("lat", "52.52", "long", "13.4")));
        assertRefused(403, () -> posting.post(client, Optional.of(HandlingScene.KARLSTAD), request(), List.of()));
        assertThat(scene.count("select count(*) from report")).isZero();
    }

    /** Section 1, api_key. */
    @Test
    void aKeyOpensWhatItSays() {
        ApiClient reader = TestApiKeys.client(em, clock, FORSHAGA, Scope.READ_PRIVATE);
        assertRefused(403, () -> posting.post(reader, Optional.empty(), request(), List.of()));
        assertRefused(403, () -> updates.post(reader, update(1, "u1", "FIXED", null), List.of()));
    }

    @Test
    void aKeyRevokedInTheMiddleOpensNothing() {
        long id = post(request());
        TestApiKeys.revoke(em, clock, client);
        assertRefused(403, () -> post(request("description", "Lampan är helt slocknad.")));
        assertRefused(403, () -> post(request()));
        assertRefused(403, () -> updates.post(client, update(id, "u1", "FIXED", null), List.of()));
    }

    /** Whoever posts is told while it listens, and not the desk afterwards. */
    @Test
    void aPictureWithoutEncryptionIsRefusedAtOnce() {
        assertThatThrownBy(() -> post(request("media_url", "https://a.example/1.jpg,http://a.example/2.jpg")))
                .hasMessageContaining("media_url must begin with https://");
        assertRefused(400, () -> post(request("media_url", "HTTP://a.example/not an address.jpg")));
        assertThat(scene.count("select count(*) from report")).isZero();
        long report = post(request("media_url", "http://127.0.0.1:8080/1.jpg"));
        assertThat(scene.count("select count(*) from remote_photo")).isEqualTo(1);
        PostedUpdate plain =
                new PostedUpdate(String.valueOf(report), "u1", null, "FIXED", null, List.of("http://a.example/1.jpg"));
        assertRefused(400, () -> updates.post(client, plain, List.of()));
        assertThat(em.find(Report.class, report).status()).isEqualTo(ReportStatus.REPORTED);
    }

    /** Section 2.4. */
    @Test
    void anUnknownServiceIsNotFound() {
        assertRefused(404, () -> post(request("service_code", "glass")));
    }

    @Test
    void whatTheAuthorityAsksHasToBeAnswered() {
        new ExtraQuestionWriting(em, new RecordedEvents<>())
                .replaceRemote(FORSHAGA, "lighting", List.of(TestQuestions.LAMPS, TestQuestions.LEAK));
        em.flush();
        assertRefused(400, () -> post(request()));
        assertRefused(400, () -> post(request("attribute[lamps]", "många", "attribute[leak]", "no")));
        assertThatThrownBy(() -> post(request("attribute[lamps]", "3", "attribute[leak]", "yes")))
                .hasMessageContaining("Ring VA-jouren: 054-540 10 00.");
        long id = post(request("attribute[lamps]", "3", "attribute[leak]", "no", "attribute[uprn]", "not asked for"));
        assertThat(new ReportAnswers(em).of(id))
                .extracting(answer -> answer.code() + "=" + answer.value())
                .containsExactly("lamps=3", "leak=no");
    }

    /** Rule 6.1.5: however much else a client sends, what was asked for is found in it. */
    @Test
    void whatNobodyAskedForTakesNoRoomFromTheAnswers() {
        new ExtraQuestionWriting(em, new RecordedEvents<>())
                .replaceRemote(FORSHAGA, "lighting", List.of(TestQuestions.LAMPS));
        em.flush();
        List<String> arguments = new ArrayList<>(List.of("attribute[lamps]", "3"));
        for (int i = 0; i < 100; i++) {
            arguments.addAll(List.of("attribute[aa_" + i + "]", "x"));
        }
        long id = post(request(arguments.toArray(String[]::new)));
        assertThat(new ReportAnswers(em).of(id)).hasSize(1);
    }

    @Test
    void whoeverReportedIsWrittenToInTheLanguageThatTheClientNames() {
        new ExtraQuestionWriting(em, new RecordedEvents<>())
                .replaceRemote(FORSHAGA, "lighting", List.of(TestQuestions.LEAK));
        em.flush();
        assertThatThrownBy(() -> post(request("attribute[leak]", "yes", "locale", "en-GB")))
                .hasMessageContaining(
                        TestQuestions.LEAK.choice("yes").orElseThrow().stop().in(Language.EN));
        PostedReport posted =
                posting.post(client, Optional.empty(), request("attribute[leak]", "no", "locale", "en"), List.of());
        assertThat(posted.notice())
                .isEqualTo("The report has number " + posted.reportId() + " and is with Forshaga kommun.");
        assertThat(em.find(Report.class, posted.reportId()).language()).isEqualTo(Language.EN);
    }

    @Test
    void aPrivateCategoryStaysPrivate() {
        scene.sql("insert into private_category (authority_code, category_code) values ('1763', 'lighting')");
        Report report = em.find(Report.class, post(request()));
        assertThat(report.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(report.isListed()).isFalse();
    }

    @Test
    void anAddressAloneMustBeOnePlace() {
        assertThat(em.find(Report.class, post(request("lat", "", "long", "", "address_string", "59.52858, 13.48125")))
                        .address())
                .isEqualTo("59.52858, 13.48125");
        assertRefused(400, () -> post(request("lat", "", "long", "", "address_string", "Ingenstans 4711")));
    }

    private static PostedUpdate update(long report, String id, String status, String text) {
        return new PostedUpdate(String.valueOf(report), id, null, status, text, List.of());
    }

    /** Rule 6.1.13, section 3.1. */
    @Test
    void anUpdateAnswersTheReportOnce() {
        long report = scene.report().id();
        Optional<String> number = updates.post(client, update(report, "u1", "IN_PROGRESS", "På väg."), List.of());
        flushAndClear();
        assertThat(updates.post(client, update(report, "u1", "IN_PROGRESS", "På väg."), List.of()))
                .isEqualTo(number);
        assertThat(em.find(Report.class, report).status()).isEqualTo(ReportStatus.IN_PROGRESS);
        assertThat(scene.list("select cast(id as char) from history_entry where update_id is not null"))
                .containsExactly(number.orElseThrow());
        assertThat(updates.post(client, update(report, "u2", "UNCHANGED", null), List.of()))
                .contains("u2");
    }

    @Test
    void anUpdateOfSomebodyElsesReportIsAsIfThereWereNone() {
        long karlstads = scene.report(HandlingScene.KARLSTAD, "En lampa i Karlstad", "bo@example.org")
                .id();
        assertThat(updates.post(client, update(karlstads, "u1", "FIXED", null), List.of()))
                .isEmpty();
        assertThat(updates.post(client, update(99_999_999, "u1", "FIXED", null), List.of()))
                .isEmpty();
        assertThat(updates.post(client, new PostedUpdate("sjutton", "u1", null, "FIXED", null, List.of()), List.of()))
                .isEmpty();
        assertThat(em.find(Report.class, karlstads).status()).isEqualTo(ReportStatus.REPORTED);
    }
}
