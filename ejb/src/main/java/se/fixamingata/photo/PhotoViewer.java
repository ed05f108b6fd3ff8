package se.fixamingata.photo;

import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.shared.SecretToken;

/**
 * Who wants to see a photo, by everything that this person has shown. Everybody sees what is public; each of these opens more.
 *
 * @param draft the secret of the report that this person is writing
 * @param updateDraft the secret of the comment that this person is writing
 * @param link the secret of a link that the reporter, or an authority without accounts, got by mail
 * @param caller who is signed in
 * @param system the authority to whose system the address was given ({@link PhotoLinks})
 */
public record PhotoViewer(
        Optional<SecretToken> draft,
        Optional<SecretToken> updateDraft,
        Optional<SecretToken> link,
        Optional<Caller> caller,
        Optional<String> system) {

    /** A stranger, who sees what everybody sees. */
    public static final PhotoViewer ANYBODY =
            new PhotoViewer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Somebody who is writing a report. */
    public static PhotoViewer drafting(SecretToken draft) {
        return new PhotoViewer(
                Optional.of(draft), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Somebody who is writing a comment. */
    public static PhotoViewer commenting(SecretToken updateDraft) {
        return new PhotoViewer(
                Optional.empty(), Optional.of(updateDraft), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Somebody who came by a link from a mail. */
    public static PhotoViewer holding(SecretToken link) {
        return new PhotoViewer(
                Optional.empty(), Optional.empty(), Optional.of(link), Optional.empty(), Optional.empty());
    }

    /** Somebody signed in. */
    public static PhotoViewer of(Caller caller) {
        return new PhotoViewer(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(caller), Optional.empty());
    }

    /** An authority's system. */
    public static PhotoViewer ofSystem(String authorityCode) {
        return new PhotoViewer(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(authorityCode));
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "PhotoViewer[" + caller + "]";
    }
}
