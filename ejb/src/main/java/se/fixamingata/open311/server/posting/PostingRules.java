package se.fixamingata.open311.server.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.category.Category;
import se.fixamingata.extraquestion.AnswerProblem;
import se.fixamingata.extraquestion.AnswerRules;
import se.fixamingata.extraquestion.ExtraQuestions;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.extraquestion.Question;
import se.fixamingata.extraquestion.TypedAnswers;
import se.fixamingata.extraquestion.Wording;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.Router;
import se.fixamingata.municipality.Router.Route;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.ReportPlace;
import se.fixamingata.report.Reporter;
import se.fixamingata.shared.Language;

/**
 * What a posted report must be to become one of ours: as a resident's (R7 to R10), but the place is the business of the authority whose
 * system posts it, and nobody has to say who they are.
 */
@ApplicationScoped
class PostingRules {

    private static final String STOPPED = "report.question.stopped";

    @Inject
    Router router;

    @Inject
    Authorities authorities;

    @Inject
    ExtraQuestions questions;

    /** For the container. */
    PostingRules() {}

    /** For tests. */
    PostingRules(Router router, Authorities authorities, ExtraQuestions questions) {
        this.router = router;
        this.authorities = authorities;
        this.questions = questions;
    }

    /** A posted report that is fit to be one of ours. */
    record Complete(ReportPlace place, ReportContent content, Reporter reporter, List<GivenAnswer> answers) {}

    /** @throws Refusal unless it is */
    Complete complete(ApiClient client, PostedRequest request, PostedPlace place) {
        boolean stateOnly = client.authorityCode().equals(Authority.STATE_ROADS);
        Route route = router.route(place.position(), client.authorityCode())
                .orElseThrow(() -> Refusal.bad("The location is not in Sweden"));
        if (!stateOnly && !route.counterpart().code().equals(client.authorityCode())) {
            throw Refusal.bad("The location is in " + route.counterpart().name()
                    + ", and this api_key reports in its own municipality only");
        }
        Category category = router.categories(route).stream()
                .filter(offered -> offered.code().equals(request.serviceCode()))
                .filter(offered -> !stateOnly || offered.code().equals(Category.STATE_ROAD))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("service_code is not one of those in services"));
        String authority = router.authority(route, category.code());
        AnswerRules.Judgement answers = answers(questions.of(authority, category.code()), request);
        return new Complete(
                new ReportPlace(place.position(), route.municipalityCode(), authority, place.address()),
                PostedWords.content(request, category.code(), category.name(request.language())),
                PostedWords.reporter(request),
                answers.given());
    }

    /** What else a client sends, however much of it, takes no room from the answers. */
    private static AnswerRules.Judgement answers(List<Question> asked, PostedRequest request) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        request.attributes().forEach((code, values) -> asked.stream()
                .filter(question -> question.key().equals(Question.key(code)))
                .forEach(question -> known.put(code, values)));
        AnswerRules.Judgement answers = AnswerRules.judge(asked, TypedAnswers.ofCodes(known));
        if (!answers.problems().isEmpty()) {
            throw new Refusal(
                    400,
                    answers.problems().stream()
                            .map(problem -> words(problem, request.language()))
                            .toList());
        }
        return answers;
    }

    /** Whoever reads it wrote the client; what a stopping answer says is for whoever reported. */
    private static String words(AnswerProblem problem, Language language) {
        String attribute = "attribute[" + problem.field().replaceFirst("^extra-", "") + "]";
        if (problem.key().equals(STOPPED)) {
            return attribute + ": " + ((Wording) problem.args().get(0)).in(language);
        }
        return attribute
                + (problem.key().endsWith(".missing")
                        ? " is missing"
                        : " has a value that the definition does not allow");
    }

    /** For whoever reported. */
    String notice(Report report, Language language) {
        String authority =
                authorities.find(report.authorityCode()).map(Authority::name).orElse(report.authorityCode());
        return language == Language.EN
                ? "The report has number " + report.id() + " and is with " + authority + "."
                : "Rapporten har nummer " + report.id() + " och ligger hos " + authority + ".";
    }
}
