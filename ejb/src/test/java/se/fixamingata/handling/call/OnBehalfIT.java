package se.fixamingata.handling.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.deadline.TestDeadlines;
import se.fixamingata.extraquestion.ExtraQuestions;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.extraquestion.TestQuestions;
import se.fixamingata.extraquestion.TypedAnswers;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.TestGeodata;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.municipality.Router;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Source;
import se.fixamingata.report.Visibility;
import se.fixamingata.shared.Language;
import se.fixamingata.submission.DraftFields;
import se.fixamingata.submission.FieldProblem;

class OnBehalfIT extends DatabaseTest {

    private static final Boundaries BOUNDARIES = new Boundaries(TestGeodata.builtIn());
    private static final PreparedPhoto PHOTO = new PreparedPhoto(new byte[] {1}, 800, 600, new byte[] {2}, 320, 240);

    private final RecordedEvents<ReportConfirmed> confirmed = new RecordedEvents<>();
    private final RecordedEvents<ReportChanged> changed = new RecordedEvents<>();
    private final OnBehalf calls = new OnBehalf();
    private HandlingScene scene;
    private Caller caller;

    @BeforeEach
    void scene() {
        scene = new HandlingScene(em, clock);
        scene.authorities();
        caller = scene.staff("1763", Role.CASEWORKER, "trees");
        calls.em = em;
        calls.rules = new CallRules(
                new Router(BOUNDARIES, new CategoryCatalogue(new Categories(em), scene.authorities)),
                new ExtraQuestions(em));
        calls.answers = new ReportAnswers(em);
        calls.photos = new DatabasePhotoStore(em, clock);
        calls.privateCategories = new PrivateCategories(em);
        calls.audit = new AuditTrail(em, clock);
        calls.confirmed = confirmed;
        calls.changed = changed;
        calls.deadlines = TestDeadlines.of(em, clock);
        calls.clock = clock;
    }

    private static DraftFields fields(double lat, double lon, String category, String name, String email) {
        return new DraftFields(
                lat,
                lon,
                "Storgatan 1",
                null,
                category,
                "Lampan\när trasig",
                "Den blinkar hela natten.\u0000",
                name,
                email,
                null,
                true);
    }

    private CallResult submit(String authority, DraftFields fields) {
        return calls.submit(caller, new NewCall(authority, fields, Source.EMAIL, Language.EN, List.of()));
    }

    private Report reported(CallResult result) {
        return em.find(Report.class, ((CallResult.Reported) result).reportId());
    }

    @Test
    void aCallIsAReportAtOnce() {
        CallResult result = calls.submit(
                caller,
                new NewCall(
                        "1763",
                        fields(59.5286, 13.4812, "lighting", "Bo Boende", "Bo@EXAMPLE.org"),
                        null,
                        Language.SV,
                        List.of(new NewPhoto("a.jpg", PHOTO))));
        flushAndClear();
        Report report = reported(result);

        assertThat(report.status()).isEqualTo(ReportStatus.REPORTED);
        assertThat(report.isListed()).isTrue();
        assertThat(report.source()).isEqualTo(Source.PHONE);
        assertThat(report.title()).isEqualTo("Lampan är trasig");
        assertThat(report.description()).isEqualTo("Den blinkar hela natten.");
        assertThat(report.reporter().email()).isEqualTo("Bo@example.org");
        assertThat(report.thumbnail()).hasSize(22);
        assertThat(confirmed.fired()).containsExactly(new ReportConfirmed(report.id()));
        assertThat(changed.fired())
                .containsExactly(new ReportChanged(report.id(), null, ReportChanged.OnMap.of(report)));
        assertThat(scene.list("select concat_ws('|', action, authority_code, account_id = " + caller.accountId()
                        + ", coalesce(before_value, '-'), after_value) from audit_entry where action like 'report.%'"))
                .containsExactly("report.submitted|1763|1|-|PHONE");
    }

    @Test
    void theCallerIsAskedWhatResidentsAre() {
        TestQuestions.ask(em, "1763", "lighting", TestQuestions.LEAK, TestQuestions.POLE);
        DraftFields fields = fields(59.5286, 13.4812, "lighting", null, null);
        flushAndClear();

        assertThat(asked(fields, TypedAnswers.NONE))
                .isEqualTo(new CallResult.Invalid(List.of(new FieldProblem("questions", "report.question.unseen"))));
        assertThat(asked(fields, TestQuestions.typed("leak", "yes", "pole", "")))
                .isEqualTo(new CallResult.Invalid(
                        List.of(new FieldProblem("extra-leak", "report.question.stopped", TestQuestions.STOP))));
        assertThat(confirmed.fired()).isEmpty();

        Report report = reported(asked(fields, TestQuestions.typed("leak", "no", "pole", "17 B")));
        flushAndClear();
        assertThat(new ReportAnswers(em).of(report.id()))
                .extracting(GivenAnswer::code, GivenAnswer::shown)
                .containsExactly(Tuple.tuple("leak", "Nej"), Tuple.tuple("pole", "17 B"));
    }

    private CallResult asked(DraftFields fields, TypedAnswers answers) {
        return calls.submit(caller, new NewCall("1763", fields, answers, Source.PHONE, Language.SV, List.of()));
    }

    @Test
    void nobodyHasToSayWhoTheyAre() {
        Report report = reported(submit("1763", fields(59.5286, 13.4812, "lighting", " ", null)));
        assertThat(report.reporter().isForgotten()).isTrue();
        assertThat(report.reporter().name()).isNull();
        assertThat(report.reporter().showsName()).isFalse();
        assertThat(report.source()).isEqualTo(Source.EMAIL);
    }

    @Test
    void aPrivateCategoryIsPrivateFromTheBeginning() {
        scene.sql("insert into private_category (authority_code, category_code) values ('1763', 'water')");
        Report report = reported(submit("1763", fields(59.5286, 13.4812, "water", null, null)));
        assertThat(report.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(changed.fired()).containsExactly(new ReportChanged(report.id(), null, null));
    }

    @Test
    void aStateRoadIsTrafikverkets() {
        Report report = reported(submit("1763", fields(59.5286, 13.4812, "state_road", null, null)));
        assertThat(report.authorityCode()).isEqualTo("TRV");
        assertThat(report.municipalityCode()).isEqualTo("1763");
    }

    @ParameterizedTest
    @CsvSource({
        "59.3793, 13.50357, lighting, Bo, bo@example.org, place, handling.call.elsewhere",
        "59.9139, 10.7522, lighting, Bo, bo@example.org, place, report.place.outside",
        ", , lighting, Bo, bo@example.org, place, report.place.missing",
        "59.5286, 13.4812, , Bo, bo@example.org, category, report.category.missing",
        "59.5286, 13.4812, nonsense, Bo, bo@example.org, category, report.category.elsewhere",
        "59.5286, 13.4812, lighting, B, bo@example.org, name, report.name.short",
        "59.5286, 13.4812, lighting, Bo, bo, email, report.email.invalid"
    })
    void whatIsWrongIsToldAtItsField(
            Double lat, Double lon, String category, String name, String email, String field, String key) {
        DraftFields typed = new DraftFields(
                lat,
                lon,
                null,
                null,
                category,
                "Lampan är trasig",
                "Den blinkar hela natten.",
                name,
                email,
                null,
                false);
        CallResult result = submit("1763", typed);
        assertThat(((CallResult.Invalid) result).problems())
                .singleElement()
                .extracting(FieldProblem::field, FieldProblem::key)
                .containsExactly(field, key);
        assertThat(scene.count("select count(*) from report")).isZero();
    }

    @Test
    void onlyWhoHandlesThereReportsForSomebody() {
        NewCall call = new NewCall(
                "1763", fields(59.5286, 13.4812, "lighting", null, null), Source.PHONE, Language.SV, List.of());
        for (Caller stranger : List.of(scene.staff("1763", Role.READER), scene.staff("1780", Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> calls.submit(stranger, call)).isInstanceOf(NotPermitted.class);
        }
        assertThat(scene.count("select count(*) from report")).isZero();
    }
}
