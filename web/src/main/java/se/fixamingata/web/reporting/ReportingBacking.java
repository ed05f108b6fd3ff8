package se.fixamingata.web.reporting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.extraquestion.TypedAnswers;
import se.fixamingata.report.NearbyReport;
import se.fixamingata.submission.DraftFields;
import se.fixamingata.submission.DraftPhoto;
import se.fixamingata.submission.DraftView;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentLanguage;

/** The page {@code /rapportera}: shows the draft, keeps what comes in, and sends. */
@Named("reporting")
@RequestScoped
public class ReportingBacking {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentLanguage language;

    @Inject
    DraftKeeper keeper;

    @Inject
    FormPosting posting;

    @Inject
    PlaceGuide guide;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private DraftFields fields = DraftFields.EMPTY;
    private TypedAnswers answers = TypedAnswers.NONE;
    private List<DraftPhoto> photos = List.of();
    private List<Problem> problems = List.of();
    private Optional<PlaceView> place = Optional.empty();
    private List<NearbyReport> nearby = List.of();

    /** Before rendering: keeps and perhaps sends what was posted, then reads the draft anew. */
    public void open() throws IOException, ServletException {
        if (SentBacking.STEP.equals(step)) {
            return;
        }
        if (step != null) {
            Faces.responseSendError(404, "No such step");
            return;
        }
        if (request.getMethod().equals("POST")) {
            FormPosting.Outcome outcome = posting.receive(request, Faces.getResponse(), language.get());
            if (outcome.redirect() != null) {
                Faces.redirect(outcome.redirect());
                return;
            }
            problems = outcome.problems();
            Faces.setResponseStatus(422);
            show(outcome.draft());
        } else {
            keeper.prepare(request, Faces.getResponse());
            show(keeper.current(request).orElse(null));
            arrive();
        }
    }

    private void show(DraftView draft) {
        if (draft != null) {
            fields = draft.fields();
            answers = draft.answers();
            photos = draft.photos();
        }
        look();
    }

    private void look() {
        place = guide.place(fields, language.get());
        nearby = place.map(p -> guide.nearby(p, fields.categoryCode())).orElse(List.of());
    }

    /** The map and the search link here with a place; one outside Sweden is said to be so, and nothing moves. */
    private void arrive() {
        if (request.getParameter("lat") == null && request.getParameter("lon") == null) {
            return;
        }
        DraftFields moved = fields.at(
                FormFields.number(request.getParameter("lat")), FormFields.number(request.getParameter("lon")), null);
        if (guide.place(moved, language.get()).isEmpty()) {
            problems = new ArrayList<>(problems);
            problems.add(posting.problem("place", "report.place.outside", language.get()));
            return;
        }
        boolean samePlace = moved.lat().equals(fields.lat()) && moved.lon().equals(fields.lon());
        fields = samePlace ? fields : moved;
        look();
    }

    /** The message for a field; empty when it is right. */
    public String problem(String field) {
        return Problem.at(field, problems);
    }

    public List<Problem> getProblems() {
        return problems;
    }

    public DraftFields getFields() {
        return fields;
    }

    /** To what the authority asks. */
    public TypedAnswers getAnswers() {
        return answers;
    }

    public List<DraftPhoto> getPhotos() {
        return photos;
    }

    /** Null while no place is chosen. */
    public PlaceView getPlace() {
        return place.orElse(null);
    }

    public List<CategoryOption> getCategories() {
        return place.map(p -> guide.categories(p, fields.categoryCode(), language.get()))
                .orElse(List.of());
    }

    /** Whether reports in the chosen category are not public there. */
    public boolean isNotPublic() {
        return getCategories().stream().anyMatch(category -> category.chosen() && category.notPublic());
    }

    public List<NearbyReport> getNearby() {
        return nearby;
    }

    /** Whether the fault may be Trafikverket's, so that the reporter is asked. */
    public boolean isStateRoadAsked() {
        return place.filter(p -> guide.asksAboutStateRoad(p, fields.categoryCode()))
                .isPresent();
    }

    /** Whether the reporter has said that none of the reports near by is theirs. */
    public boolean isDistinct() {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .containsKey("distinct");
    }

    /** Whether this request shows what happens after sending. */
    public boolean isSentStep() {
        return SentBacking.STEP.equals(step);
    }
}
