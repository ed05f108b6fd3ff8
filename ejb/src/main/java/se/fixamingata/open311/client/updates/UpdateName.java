package se.fixamingata.open311.client.updates;

import se.fixamingata.open311.wire.WireNode;

/**
 * What their system calls a resident's words.
 *
 * @param number null for none
 * @param token what is to become a number; null for none, and where there is a number
 */
record UpdateName(String number, String token) {

    static final UpdateName NONE = new UpdateName(null, null);

    static final int MOST = 200;

    /** As the first update in an answer has it. */
    static UpdateName in(WireNode answer) {
        return answer.items("request_update").stream()
                .map(UpdateName::of)
                .filter(one -> !one.equals(NONE))
                .findFirst()
                .orElse(NONE);
    }

    /** What we could not keep whole is no name. */
    static UpdateName of(WireNode update) {
        String number = kept(update.text("update_id"));
        return new UpdateName(number, number == null ? kept(update.text("token")) : null);
    }

    private static String kept(String text) {
        return text.isEmpty() || text.length() > MOST ? null : text;
    }

    /** For people; empty for nothing. */
    String told() {
        if (number != null) {
            return number;
        }
        return token == null ? "" : "token " + token;
    }
}
