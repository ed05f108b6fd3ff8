package se.fixamingata.web.signin;

import se.fixamingata.account.Caller;

/** Which pages are for whom. What somebody may do there is the use cases' to decide, and they ask themselves. */
final class Guard {

    private Guard() {}

    /** What becomes of a request. */
    enum Verdict {
        /** A page for everybody. */
        OPEN,
        /** A page for this person. */
        WELCOME,
        /** For this person, once there is a second factor. */
        FACTOR,
        /** Who is it? */
        SIGN_IN,
        /** Not for this person, as if it did not exist. */
        ABSENT
    }

    /**
     * @param path decoded, without parameters
     * @param caller null for nobody; else with all rights
     * @param factorMissing whether those are good for nothing until there is a second factor
     */
    static Verdict of(String path, Caller caller, boolean factorMissing) {
        boolean desk = isBelow(path, "/handlaggning");
        boolean operation = isBelow(path, "/drift");
        if (!desk && !operation && !isBelow(path, "/konto")) {
            return Verdict.OPEN;
        }
        if (caller == null) {
            return Verdict.SIGN_IN;
        }
        boolean absent = desk && !caller.isStaff() || operation && !caller.operator();
        if (absent) {
            return Verdict.ABSENT;
        }
        return factorMissing && (desk || operation) ? Verdict.FACTOR : Verdict.WELCOME;
    }

    static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/") || path.startsWith(root + ".");
    }
}
