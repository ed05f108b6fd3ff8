package se.fixamingata.integrationdesk.settings;

/**
 * One call of a trial, as it went out and as it came back.
 *
 * @param resource {@code services}, {@code requests} …
 * @param request method and address, without our key
 * @param status HTTP; 0 when there was no answer
 * @param reason the end of a message key {@code integration.fault.<reason>}; empty when it went well
 * @param found how many services, requests or updates could be read
 * @param answer as it came, cut; empty when there was none
 */
public record TrialCall(
        String resource, String request, int status, String reason, int found, String answer, long millis) {

    public boolean isGood() {
        return reason.isEmpty();
    }
}
