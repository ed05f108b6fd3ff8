package se.fixamingata.delivery;

/** What a letter that came back did to its delivery. */
public enum CameBack {
    /** It waits for a better address, from now on or already. */
    STOPPED,
    /** It is just being sent: to be asked again in a moment. */
    BUSY,
    /** It is not with the authority anyway, or no letter any more: nothing was changed. */
    ELSEWHERE
}
