package se.fixamingata.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.NearestAddress;
import se.fixamingata.handling.call.CallResult;
import se.fixamingata.handling.call.NewCall;
import se.fixamingata.handling.call.OnBehalf;
import se.fixamingata.position.Position;
import se.fixamingata.web.photo.FormPhotos;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.security.CurrentLanguage;

/** Sends what the caseworker was told. */
@RequestScoped
public class CallPosting {

    private static final String PHOTOS = "photos";

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentLanguage language;

    @Inject
    FormPhotos formPhotos;

    @Inject
    NearestAddress nearest;

    @Inject
    Boundaries boundaries;

    @Inject
    OnBehalf onBehalf;

    /**
     * What to answer.
     *
     * @param reportId the report that it has become; null when the form is to be shown again
     * @param filesLost whether files came along that have to be chosen once more then
     */
    record Outcome(Long reportId, List<Problem> problems, boolean filesLost) {

        static final Outcome NOTHING = new Outcome(null, List.of(), false);
    }

    /** @param authorityCode whom somebody has called */
    Outcome send(HttpServletRequest request, CallForm form, String authorityCode) throws IOException, ServletException {
        List<Part> files = FormPhotos.chosen(request, PHOTOS);
        FormPhotos.Received received = formPhotos.receive(files);
        if (!received.refusals().isEmpty()) {
            return again(
                    received.refusals().stream()
                            .map(refusal -> new Problem(PHOTOS, refusal))
                            .toList(),
                    files);
        }
        NewCall call = new NewCall(
                authorityCode,
                form.fields(address(form.place())),
                form.answers(),
                form.by(),
                form.speaks(),
                received.photos());
        CallResult result = onBehalf.submit(callers.get(), call);
        return result instanceof CallResult.Invalid invalid
                ? again(
                        invalid.problems().stream()
                                .map(found -> Problem.of(found, language.get()))
                                .toList(),
                        files)
                : new Outcome(((CallResult.Reported) result).reportId(), List.of(), false);
    }

    private static Outcome again(List<Problem> problems, List<Part> files) {
        return new Outcome(null, problems, !files.isEmpty());
    }

    /** May take up to 5 s; null when nobody knows, or the place is none in Sweden. */
    private String address(Position place) {
        return place == null || boundaries.locate(place).isEmpty()
                ? null
                : nearest.at(place).orElse(null);
    }
}
