package se.fixamingata.web.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.personal.PersonalDetails;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.DraftDesk;
import se.fixamingata.submission.DraftFields;
import se.fixamingata.submission.DraftView;
import se.fixamingata.submission.ReportSubmission;
import se.fixamingata.submission.SubmissionResult;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.Messages;

/** What the form's buttons do. Whichever was pressed, what was typed is kept first. */
@ApplicationScoped
public class FormPosting {

    private static final String REMOVE = "remove:";

    @Inject
    DraftKeeper keeper;

    @Inject
    DraftDesk desk;

    @Inject
    PhotoReception photos;

    @Inject
    AddressLookup addresses;

    @Inject
    PlaceGuide guide;

    @Inject
    NearbyFollowing nearbyFollowing;

    @Inject
    ReportSubmission submission;

    @Inject
    CurrentCaller caller;

    @Inject
    PersonalDetails details;

    /**
     * What to answer.
     *
     * @param redirect where to go; null when the page is to be shown with the problems
     * @param draft as it stands; null when there is a redirect
     */
    record Outcome(String redirect, DraftView draft, List<Problem> problems) {

        static Outcome to(String address) {
            return new Outcome(address, null, List.of());
        }
    }

    Outcome receive(HttpServletRequest request, HttpServletResponse response, Language language)
            throws IOException, ServletException {
        String action = request.getParameter("action");
        DraftFields fields = signed(FormFields.of(request));
        SecretToken draft = Conflicts.retry(() -> keeper.keep(request, response, fields, language));
        DraftFields kept = keeper.kept(draft, fields);
        DraftFields addressed = addresses.complete(kept);
        if (addressed != kept) {
            desk.addAddress(draft, addressed);
        }
        if (action != null && action.startsWith(REMOVE)) {
            desk.removePhoto(draft, action.substring(REMOVE.length()));
            return Outcome.to("/rapportera#photos");
        }
        Optional<Long> followed = NearbyFollowing.asked(action);
        if (followed.isPresent()) {
            NearbyFollowing.Result result = nearbyFollowing.follow(request, followed.get(), language);
            return result.redirect() == null ? page(draft, List.of(result.problem())) : Outcome.to(result.redirect());
        }
        List<Problem> problems = new ArrayList<>(refusals(request, draft, language));
        if (!"send".equals(action)) {
            return problems.isEmpty() ? Outcome.to("/rapportera" + anchor(action)) : page(draft, problems);
        }
        if (looksKnown(request, addressed, language)) {
            problems.add(problem("nearby", "report.nearby.ask", language));
            submission.check(draft).forEach(p -> problems.add(Problem.of(p, language)));
        }
        return problems.isEmpty() ? send(draft, language) : page(draft, problems);
    }

    private List<Problem> refusals(HttpServletRequest request, SecretToken draft, Language language)
            throws IOException, ServletException {
        return photos.receive(request, new DraftTray(desk, draft), language).stream()
                .filter(outcome -> outcome.refusal() != null)
                .map(outcome -> new Problem("photos", outcome.refusal()))
                .toList();
    }

    /** Reports of the same kind close by are shown before sending; the reporter says that theirs is another one. */
    private boolean looksKnown(HttpServletRequest request, DraftFields fields, Language language) {
        return request.getParameter("distinct") == null
                && guide.place(fields, language)
                        .map(place ->
                                !guide.nearby(place, fields.categoryCode()).isEmpty())
                        .orElse(false);
    }

    /** Whoever is signed in has said before who they are. */
    private DraftFields signed(DraftFields typed) {
        return caller.find()
                .map(details::read)
                .map(known ->
                        typed.by(known.name().isBlank() ? typed.name() : known.name(), known.email(), known.phone()))
                .orElse(typed);
    }

    private Outcome send(SecretToken draft, Language language) {
        Caller person = caller.find().orElse(null);
        try {
            return sent(Conflicts.retry(() -> submission.submit(draft, person)), draft, language);
        } catch (Conflicts.Busy busy) {
            return page(draft, List.of(Problem.busy(language)));
        }
    }

    private Outcome sent(SubmissionResult result, SecretToken draft, Language language) {
        if (result instanceof SubmissionResult.Published published) {
            return Outcome.to("/rapport/" + published.reportId() + "?bekraftad=1");
        }
        if (result instanceof SubmissionResult.Invalid invalid) {
            return page(
                    draft,
                    invalid.problems().stream()
                            .map(p -> Problem.of(p, language))
                            .toList());
        }
        return Outcome.to(
                result instanceof SubmissionResult.NoDraft ? "/rapportera" : "/rapportera/" + SentBacking.STEP);
    }

    private Outcome page(SecretToken draft, List<Problem> problems) {
        return desk.find(draft)
                .filter(view -> !view.isSent())
                .map(view -> new Outcome(null, view, problems))
                .orElseGet(() -> Outcome.to("/rapportera/" + SentBacking.STEP));
    }

    private static String anchor(String action) {
        return switch (action == null ? "" : action) {
            case "photos" -> "#photos";
            case "place" -> "#category";
            case "category" -> "#fault-heading";
            case "state_road" -> "#title";
            default -> "";
        };
    }

    Problem problem(String field, String key, Language language) {
        return new Problem(field, Messages.text(language, key));
    }
}
