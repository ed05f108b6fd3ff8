package se.fixamingata.web.reporting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.extraquestion.TypedAnswers;
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
    private Surroundings surroundings = Surroundings.NOWHERE;

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
            Faces.setResponseStatus(Problem.status(problems));
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
        surroundings = guide.around(fields, language.get());
    }

    /** The map and the search link here with a place; one outside Sweden is said to be so, and nothing moves. */
    private void arrive() {
        if (request.getParameter("lat") == null && request.getParameter("lon") == null) {
            return;
        }
        DraftFields moved = fields.at(
                FormFields.number(request.getParameter("lat")), FormFields.number(request.getParameter("lon")), null);
        Surroundings there = guide.around(moved, language.get());
        if (there.place().isEmpty()) {
            problems = new ArrayList<>(problems);
            problems.add(posting.problem("place", "report.place.outside", language.get()));
        } else if (!moved.lat().equals(fields.lat()) || !moved.lon().equals(fields.lon())) {
            fields = moved;
            surroundings = there;
        }
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
        return surroundings.place().orElse(null);
    }

    public Surroundings getSurroundings() {
        return surroundings;
    }

    /** Whether the reporter has said that none of the reports near by is theirs. */
    public boolean isDistinct() {
        return request.getParameter("distinct") != null;
    }

    /** Whether this request shows what happens after sending. */
    public boolean isSentStep() {
        return SentBacking.STEP.equals(step);
    }
}
