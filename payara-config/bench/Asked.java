/**
 * One request.
 *
 * @param tag of what the browser has already; null when it has nothing
 * @param desk whose browser; null for somebody who is not signed in
 * @param form what is posted; null for a GET
 */
record Asked(String path, String tag, Desk desk, String form) {

    /** By somebody who is not signed in. */
    static Asked of(String path) {
        return new Asked(path, null, null, null);
    }

    /** By somebody who has it already. */
    static Asked again(String path, String tag) {
        return new Asked(path, tag, null, null);
    }

    /** A system's form. */
    static Asked post(String path, String form) {
        return new Asked(path, null, null, form);
    }

    static Asked by(Desk desk, String path) {
        return new Asked(path, null, desk, null);
    }

    /** Some of the reports lie in the water outside a coastal town, where no municipality is: that is an answer too. */
    boolean isAnswer(int status, int length) {
        // An expired page is told in a few words, well-formed and with 200.
        if (desk != null && form != null && length < 2_000) {
            return false;
        }
        return status == (tag == null ? 200 : 304) || status == 404 && path.startsWith("/api/municipality");
    }
}
