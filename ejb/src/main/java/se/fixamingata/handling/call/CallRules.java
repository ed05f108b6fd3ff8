package se.fixamingata.handling.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.category.Category;
import se.fixamingata.extraquestion.AnswerRules;
import se.fixamingata.extraquestion.ExtraQuestions;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.Router;
import se.fixamingata.municipality.Router.Route;
import se.fixamingata.position.Position;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.ReportPlace;
import se.fixamingata.report.Reporter;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.TypedText;
import se.fixamingata.submission.DraftFields;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.submission.FieldRules;

/**
 * What a call must be to become a report: as a resident's form (R7 to R10), but nobody has to say who they are, and the place is the
 * business of the authority that was called.
 */
@ApplicationScoped
class CallRules {

    private static final int PHONE_MAX = 40;
    private static final int ADDRESS_MAX = 200;

    @Inject
    Router router;

    @Inject
    ExtraQuestions questions;

    /** For the container. */
    CallRules() {}

    /** For tests. */
    CallRules(Router router, ExtraQuestions questions) {
        this.router = router;
        this.questions = questions;
    }

    /** A call that is fit to be sent, in the words of a report. */
    record Complete(ReportPlace place, ReportContent content, Reporter reporter, List<GivenAnswer> answers) {}

    /** What was typed, as it is kept; one character too long where it is too long. */
    static DraftFields clean(DraftFields typed) {
        return new DraftFields(
                typed.lat(),
                typed.lon(),
                TypedText.line(typed.address(), ADDRESS_MAX),
                typed.authorityCode(),
                typed.categoryCode(),
                TypedText.line(typed.title(), Report.TITLE_MAX + 1),
                TypedText.lines(typed.description(), Report.DESCRIPTION_MAX + 1),
                TypedText.line(typed.name(), FieldRules.NAME_MAX + 1),
                TypedText.line(typed.email(), EmailAddress.MAX_LENGTH + 1),
                TypedText.line(typed.phone(), PHONE_MAX + 1),
                typed.showName());
    }

    /** Everything that is wrong, in the order of the form; empty when it may be sent. */
    List<FieldProblem> problems(Caller caller, NewCall call, DraftFields fields) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<Position> place = place(fields);
        Optional<Route> route = route(call, fields);
        if (place.isEmpty()) {
            problems.add(new FieldProblem("place", "report.place.missing"));
        } else if (route.isEmpty()) {
            problems.add(new FieldProblem("place", "report.place.outside"));
        } else if (!isOurs(caller, call, route.get())) {
            problems.add(new FieldProblem(
                    "place",
                    "handling.call.elsewhere",
                    route.get().counterpart().name()));
        }
        category(call, fields, route).ifPresent(problems::add);
        answers(call, fields, route).problems().stream().map(FieldProblem::of).forEach(problems::add);
        FieldRules.length("title", "report.title", fields.title(), Report.TITLE_MIN, Report.TITLE_MAX)
                .ifPresent(problems::add);
        FieldRules.length(
                        "description",
                        "report.description",
                        fields.description(),
                        Report.DESCRIPTION_MIN,
                        Report.DESCRIPTION_MAX)
                .ifPresent(problems::add);
        if (call.photos().size() > Report.PHOTOS_MAX) {
            problems.add(new FieldProblem("photos", "report.photos.many", Report.PHOTOS_MAX));
        }
        person(fields, problems);
        return problems;
    }

    /** Nobody has to say who they are; what is said has to be right. */
    private static void person(DraftFields fields, List<FieldProblem> problems) {
        if (TypedText.isVisible(fields.name())) {
            FieldRules.name(fields.name()).ifPresent(problems::add);
        }
        if (TypedText.isVisible(fields.email())) {
            FieldRules.email(fields.email()).ifPresent(problems::add);
        }
        if (TypedText.isVisible(fields.phone()) && TypedText.length(fields.phone()) > PHONE_MAX) {
            problems.add(new FieldProblem("phone", "report.phone.long", PHONE_MAX));
        }
    }

    private static Optional<Position> place(DraftFields fields) {
        return fields.lat() == null || fields.lon() == null
                ? Optional.empty()
                : Position.find(fields.lat(), fields.lon());
    }

    /** Close to a border it is ours if we say so. */
    private Optional<Route> route(NewCall call, DraftFields fields) {
        return place(fields).flatMap(place -> router.route(place, call.authorityCode()));
    }

    /** Trafikverket's roads are everywhere, and so is the operator. */
    private static boolean isOurs(Caller caller, NewCall call, Route route) {
        return caller.operator()
                || call.authorityCode().equals(Authority.STATE_ROADS)
                || call.authorityCode().equals(route.counterpart().code());
    }

    private Optional<FieldProblem> category(NewCall call, DraftFields fields, Optional<Route> route) {
        String code = fields.categoryCode();
        if (code == null || code.isBlank()) {
            return Optional.of(new FieldProblem("category", "report.category.missing"));
        }
        boolean stateOnly = call.authorityCode().equals(Authority.STATE_ROADS);
        return route.filter(known -> router.categories(known).stream()
                        .map(Category::code)
                        .noneMatch(
                                offered -> offered.equals(code) && (!stateOnly || offered.equals(Category.STATE_ROAD))))
                .map(known -> new FieldProblem(
                        "category",
                        "report.category.elsewhere",
                        known.counterpart().name()));
    }

    /** The call as a report; only for one without {@link #problems}. */
    Complete complete(NewCall call, DraftFields fields) {
        Route route = route(call, fields).orElseThrow();
        String name = TypedText.isVisible(fields.name()) ? fields.name() : null;
        String email =
                EmailAddress.parse(fields.email()).map(EmailAddress::text).orElse(null);
        return new Complete(
                new ReportPlace(
                        place(fields).orElseThrow(),
                        route.municipalityCode(),
                        router.authority(route, fields.categoryCode()),
                        TypedText.isVisible(fields.address()) ? fields.address() : null),
                new ReportContent(fields.categoryCode(), fields.title(), fields.description()),
                new Reporter(
                        name,
                        email,
                        TypedText.isVisible(fields.phone()) ? fields.phone() : null,
                        fields.showName() && name != null),
                answers(call, fields, Optional.of(route)).given());
    }

    /** What the responsible authority asks, as it asks residents. */
    private AnswerRules.Judgement answers(NewCall call, DraftFields fields, Optional<Route> route) {
        String category = fields.categoryCode();
        return AnswerRules.judgeForm(
                route.filter(known -> category(call, fields, route).isEmpty())
                        .map(known -> questions.of(router.authority(known, category), category))
                        .orElse(List.of()),
                call.answers());
    }
}
