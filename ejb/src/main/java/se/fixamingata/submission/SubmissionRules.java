package se.fixamingata.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fixamingata.category.Category;
import se.fixamingata.extraquestion.AnswerRules;
import se.fixamingata.extraquestion.ExtraQuestions;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.municipality.Router;
import se.fixamingata.municipality.Router.Route;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.ReportPlace;
import se.fixamingata.report.Reporter;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.TypedText;

/**
 * What a draft must be to become a report (product.md, R7 to R10): a place in Sweden, a category that is offered there, answers
 * to what the authority asks about it (P3), texts neither too short nor too long, and somebody whom a mail reaches.
 */
@ApplicationScoped
class SubmissionRules {

    static final int PHONE_MAX = 40;

    @Inject
    Router router;

    @Inject
    ExtraQuestions questions;

    /** For the container. */
    SubmissionRules() {}

    /** For tests. */
    SubmissionRules(Router router, ExtraQuestions questions) {
        this.router = router;
        this.questions = questions;
    }

    /** A draft that is fit to be sent, in the words of a report. */
    record Complete(ReportPlace place, ReportContent content, Reporter reporter, List<GivenAnswer> answers) {}

    /** Everything that is wrong with the draft, in the order of the form; empty when it may be sent. */
    List<FieldProblem> problems(Draft draft, int photos) {
        DraftFields fields = draft.fields();
        List<FieldProblem> problems = new ArrayList<>();
        Optional<Route> route = route(draft);
        if (!draft.hasPlace()) {
            problems.add(new FieldProblem("place", "report.place.missing"));
        } else if (route.isEmpty()) {
            problems.add(new FieldProblem("place", "report.place.outside"));
        }
        category(fields.categoryCode(), route).ifPresent(problems::add);
        answers(draft, route).problems().stream().map(FieldProblem::of).forEach(problems::add);
        length("title", fields.title(), Report.TITLE_MIN, Report.TITLE_MAX).ifPresent(problems::add);
        length("description", fields.description(), Report.DESCRIPTION_MIN, Report.DESCRIPTION_MAX)
                .ifPresent(problems::add);
        if (photos > Report.PHOTOS_MAX) {
            problems.add(new FieldProblem("photos", "report.photos.many", Report.PHOTOS_MAX));
        }
        FieldRules.name(fields.name()).ifPresent(problems::add);
        FieldRules.email(fields.email()).ifPresent(problems::add);
        if (fields.phone() != null && TypedText.length(fields.phone()) > PHONE_MAX) {
            problems.add(new FieldProblem("phone", "report.phone.long", PHONE_MAX));
        }
        return problems;
    }

    /** The draft as a report; only for one without {@link #problems}. */
    Complete complete(Draft draft) {
        DraftFields fields = draft.fields();
        Route route = route(draft).orElseThrow();
        String email = EmailAddress.parse(fields.email()).orElseThrow().text();
        return new Complete(
                new ReportPlace(
                        draft.position().orElseThrow(),
                        route.municipalityCode(),
                        router.authority(route, fields.categoryCode()),
                        TypedText.isVisible(fields.address()) ? fields.address() : null),
                new ReportContent(fields.categoryCode(), fields.title(), fields.description()),
                new Reporter(
                        fields.name(),
                        email,
                        TypedText.isVisible(fields.phone()) ? fields.phone() : null,
                        fields.showName()),
                answers(draft, Optional.of(route)).given());
    }

    /** What the authority asks depends on place and category: where that is not offered nothing is asked. */
    private AnswerRules.Judgement answers(Draft draft, Optional<Route> route) {
        String category = draft.fields().categoryCode();
        return AnswerRules.judgeForm(
                route.filter(known -> category(category, route).isEmpty())
                        .map(known -> questions.of(router.authority(known, category), category))
                        .orElse(List.of()),
                draft.answers());
    }

    private Optional<Route> route(Draft draft) {
        return draft.position()
                .flatMap(position -> router.route(position, draft.fields().authorityCode()));
    }

    /** What is offered depends on the place: without one only a missing category is told. */
    private Optional<FieldProblem> category(String code, Optional<Route> route) {
        if (code == null || code.isBlank()) {
            return Optional.of(new FieldProblem("category", "report.category.missing"));
        }
        return route.filter(known ->
                        router.categories(known).stream().map(Category::code).noneMatch(code::equals))
                .map(known -> new FieldProblem(
                        "category",
                        "report.category.elsewhere",
                        known.counterpart().name()));
    }

    private static Optional<FieldProblem> length(String field, String text, int min, int max) {
        return FieldRules.length(field, "report." + field, text, min, max);
    }
}
