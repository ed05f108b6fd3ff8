package se.fixamingata.account;

/** What may be done in an authority's back office. */
public enum Right {
    /** Seeing its reports, private ones and internal history included, without the reporter's address and phone. */
    VIEW(Role.READER),
    /** Seeing who reported, and how to reach them. */
    SEE_REPORTER(Role.CASEWORKER),
    /** Taking the filtered list along as a file; personal columns need {@link #SEE_REPORTER}. */
    EXPORT(Role.READER),
    /** Answering, changing status, assigning, moving, handing over, merging, many at once. */
    HANDLE(Role.CASEWORKER),
    /** Editing and hiding texts, photos and names; reading originals. */
    MODERATE(Role.CASEWORKER),
    /** Staff, templates, sign-in rules, the audit trail. */
    ADMINISTER(Role.ADMINISTRATOR);

    private final Role least;

    Right(Role least) {
        this.least = least;
    }

    boolean isHeldBy(Role role) {
        return role.compareTo(least) >= 0;
    }
}
