package se.fixamingata.handling.call;

import java.util.List;
import se.fixamingata.extraquestion.TypedAnswers;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.report.Source;
import se.fixamingata.shared.Language;
import se.fixamingata.submission.DraftFields;

/**
 * What somebody has told a caseworker by phone or mail.
 *
 * @param authorityCode whose caseworker writes it down
 * @param fields as in the residents' form; name, e-mail and phone are optional
 * @param answers to what the authority asks besides (P3)
 * @param source the way by which it came
 * @param language in which the caller is written to
 * @param photos at most {@link se.fixamingata.photo.PhotoStore#MAX_PER_OWNER}
 */
public record NewCall(
        String authorityCode,
        DraftFields fields,
        TypedAnswers answers,
        Source source,
        Language language,
        List<NewPhoto> photos) {

    public NewCall {
        photos = photos == null ? List.of() : List.copyOf(photos);
    }

    /** Where nothing is asked besides. */
    public NewCall(String authorityCode, DraftFields fields, Source source, Language language, List<NewPhoto> photos) {
        this(authorityCode, fields, TypedAnswers.NONE, source, language, photos);
    }
}
