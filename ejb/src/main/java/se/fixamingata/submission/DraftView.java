package se.fixamingata.submission;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import se.fixamingata.extraquestion.TypedAnswers;
import se.fixamingata.shared.Language;

/**
 * A draft as it stands.
 *
 * @param answers to the authority's questions
 * @param reportId the report it became, if it was sent; then the fields are empty, since the report has them
 * @param expiresAt when it will be forgotten unless something is changed before
 */
public record DraftView(
        DraftFields fields,
        TypedAnswers answers,
        List<DraftPhoto> photos,
        OptionalLong reportId,
        Language language,
        Instant expiresAt) {

    public DraftView {
        photos = List.copyOf(photos);
    }

    public boolean isSent() {
        return reportId.isPresent();
    }
}
