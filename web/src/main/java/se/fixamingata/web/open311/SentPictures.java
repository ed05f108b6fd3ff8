package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.photo.IntakeResult;
import se.fixamingata.photo.PhotoIntake;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.shared.Language;
import se.fixamingata.web.multipart.MultipartForm;
import se.fixamingata.web.multipart.SentFile;
import se.fixamingata.web.text.Messages;

/** The pictures in a multipart body, whatever the client calls their parts; judged as residents' are. */
@ApplicationScoped
public class SentPictures {

    private static final String BUSY = "photo.refused.busy";

    @Inject
    PhotoIntake intake;

    /**
     * Decodes them, which takes a moment: never inside a transaction.
     *
     * @throws Refusal when there are too many, or one is no picture that we take
     */
    public List<NewPhoto> of(HttpServletRequest request) {
        List<SentFile> files =
                request.getAttribute(MultipartForm.ATTRIBUTE) instanceof MultipartForm form ? form.files() : List.of();
        if (files.size() > PhotoStore.MAX_PER_OWNER) {
            throw Refusal.bad("There may be at most " + PhotoStore.MAX_PER_OWNER + " pictures");
        }
        return files.stream().map(this::photo).toList();
    }

    private NewPhoto photo(SentFile file) {
        IntakeResult result = intake.accept(file.name(), file.path());
        if (result instanceof IntakeResult.Refused refused) {
            Object[] arguments = Stream.concat(Stream.of(refused.fileName()), Stream.of(refused.arguments()))
                    .toArray();
            String why = Messages.text(Language.EN, refused.key(), arguments);
            // Not the client's mistake: the same again is taken in a moment.
            throw refused.key().equals(BUSY) ? new Refusal(503, List.of(why)) : Refusal.bad(why);
        }
        IntakeResult.Accepted accepted = (IntakeResult.Accepted) result;
        return new NewPhoto(accepted.fileName(), accepted.photo());
    }
}
