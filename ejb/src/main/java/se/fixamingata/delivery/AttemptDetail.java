package se.fixamingata.delivery;

/**
 * One attempt to deliver, as the authority's own staff may read it.
 *
 * @param destination where it went: an address, or their server's
 * @param answer what the other side said, or why there was no other side; null while it is under way
 */
public record AttemptDetail(AttemptView view, String destination, String answer) {}
