package se.fixamingata.open311.client;

import se.fixamingata.open311.wire.WireNode;

/**
 * What their system calls a report: a number, a token, or nothing.
 *
 * @param number empty for none
 * @param token empty for none; counts only without a number
 */
record RemoteName(String number, String token) {

    static final RemoteName NONE = new RemoteName("", "");

    /** As the first request in an answer has it. What we could not keep whole is no name. */
    static RemoteName of(WireNode answer) {
        return answer.items("request").stream().findFirst().map(RemoteName::in).orElse(NONE);
    }

    static RemoteName in(WireNode request) {
        String number = request.text("service_request_id");
        String token = request.text("token");
        return new RemoteName(
                number.length() <= RemoteRequest.NUMBER_MAX ? number : "",
                token.length() <= RemoteRequest.TOKEN_MAX ? token : "");
    }

    /** For the log of attempts. */
    String told() {
        if (!number.isEmpty()) {
            return "service_request_id " + number;
        }
        return token.isEmpty() ? "no number" : "token " + token;
    }
}
