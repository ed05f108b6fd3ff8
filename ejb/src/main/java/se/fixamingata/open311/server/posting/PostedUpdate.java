package se.fixamingata.open311.server.posting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import se.fixamingata.open311.server.Arguments;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.open311.wire.WireTime;
import se.fixamingata.shared.TypedText;
import se.fixamingata.update.ReportUpdate;

/**
 * An update as a system posts it.
 *
 * @param requestId the number of the report, whatever it looks like
 * @param updateId by which the system knows it
 * @param at when it happened; null for now
 * @param status null for none
 * @param description null for none
 * @param mediaUrls pictures to fetch
 */
public record PostedUpdate(
        String requestId, String updateId, Instant at, String status, String description, List<String> mediaUrls) {

    /** Where the clocks of systems stand that send no zone. */
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** What is older is a clock that was never set, and beyond what the database can tell. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    public PostedUpdate {
        mediaUrls = List.copyOf(mediaUrls);
    }

    /**
     * @param photos whether pictures come with it
     * @throws Refusal when something is missing that cannot be done without, or is not what it should be
     */
    public static PostedUpdate of(Arguments arguments, boolean photos) {
        PostedUpdate update = new PostedUpdate(
                arguments.find("service_request_id").orElseThrow(() -> Refusal.bad("service_request_id is missing")),
                arguments.find("update_id").orElseThrow(() -> Refusal.bad("update_id is missing")),
                arguments.find("updated_datetime").map(PostedUpdate::moment).orElse(null),
                // Some of FixMyStreet's receivers are told the finer status besides.
                arguments
                        .find("status")
                        .or(() -> arguments.find("external_status_code"))
                        .orElse(null),
                arguments.find("description").orElse(null),
                PostedRequest.mediaUrls(arguments));
        if (update.status == null && update.description == null && update.mediaUrls.isEmpty() && !photos) {
            throw Refusal.bad("status and description are missing");
        }
        if (update.description != null && TypedText.length(update.description) > ReportUpdate.TEXT_MAX) {
            throw Refusal.bad("description may have at most " + ReportUpdate.TEXT_MAX + " characters");
        }
        return update;
    }

    private static Instant moment(String text) {
        return WireTime.parse(text, SWEDEN)
                .filter(at -> !at.isBefore(EARLIEST))
                .orElseThrow(() -> Refusal.bad("updated_datetime must be a moment such as 2026-05-23T10:00:00Z"));
    }

    /** Never a text in a log. */
    @Override
    public String toString() {
        return "PostedUpdate[" + requestId + ", " + updateId + "]";
    }
}
