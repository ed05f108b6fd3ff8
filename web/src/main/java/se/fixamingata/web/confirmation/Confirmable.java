package se.fixamingata.web.confirmation;

import java.util.Optional;

/** One kind of thing that is confirmed by a link in a mail. One bean for each kind; found by the container. */
public interface Confirmable {

    /**
     * What the link would do. Changes nothing.
     *
     * @param token as it came, perhaps cut by a mail program; may be null
     * @return empty when the link is not of this kind
     */
    Optional<Confirmation> look(String token);

    /**
     * Uses the link.
     *
     * @param token as it came; may be null
     * @return never waiting; empty when the link is not of this kind
     */
    Optional<Confirmation> confirm(String token);
}
