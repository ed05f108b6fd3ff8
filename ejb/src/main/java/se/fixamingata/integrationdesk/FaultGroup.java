package se.fixamingata.integrationdesk;

import java.time.Instant;
import java.util.List;
import se.fixamingata.integration.FaultAction;

/**
 * What went wrong in the same way several times, and nobody has seen to.
 *
 * @param reason the end of a message key, {@code integration.fault.<reason>}
 * @param lastId the newest one's number: what came later is not seen to with these
 * @param subjects some of what it was about, {@code report:17}; the newest first
 * @param request the newest one's; null for none
 * @param answer the newest one's raw answer, cut; null for none
 */
public record FaultGroup(
        FaultAction action,
        String reason,
        long count,
        Instant first,
        Instant last,
        long lastId,
        List<String> subjects,
        String request,
        String answer) {

    public FaultGroup {
        subjects = List.copyOf(subjects);
    }
}
