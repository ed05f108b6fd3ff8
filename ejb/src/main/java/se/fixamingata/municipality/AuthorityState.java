package se.fixamingata.municipality;

/** How far an authority has come in using the service (product.md, R32). */
public enum AuthorityState {
    /** Has set nothing up: reports go to its registered central address. */
    DEFAULT,
    /** Tries it with its own staff; residents' reports go on as in {@link #DEFAULT}. */
    PILOT,
    LIVE,
    /** Takes reports elsewhere: ours are published, sent to nobody, and the resident is told where to turn (P6). */
    REFUSING
}
