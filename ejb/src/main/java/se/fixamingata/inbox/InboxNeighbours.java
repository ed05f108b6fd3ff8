package se.fixamingata.inbox;

/** The numbers of the reports on either side of one; null where there is none. */
public record InboxNeighbours(Long previous, Long next) {

    static final InboxNeighbours NONE = new InboxNeighbours(null, null);
}
