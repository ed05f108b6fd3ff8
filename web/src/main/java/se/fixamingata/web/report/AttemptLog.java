package se.fixamingata.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.fixamingata.delivery.AttemptView;
import se.fixamingata.delivery.DeliveryView;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** Every attempt to send a report, in words. */
@RequestScoped
public class AttemptLog {

    @Inject
    Names names;

    @Inject
    TextBean text;

    /** Oldest first, one way after the other. */
    List<AttemptLine> of(List<DeliveryView> ways) {
        List<AttemptLine> log = new ArrayList<>();
        for (DeliveryView way : ways) {
            String authority = names.authority(way.authorityCode());
            for (AttemptView attempt : way.attempts()) {
                log.add(AttemptLine.open(attempt.at(), authority, outcome(attempt), seconds(attempt.took())));
            }
        }
        return log;
    }

    private String outcome(AttemptView attempt) {
        String key =
                attempt.outcome() == null ? "running" : attempt.outcome().name().toLowerCase(Locale.ROOT);
        String words = text.of("rapport.attempt." + key);
        return attempt.resentAfterUnknown() ? words + " " + text.of("rapport.attempt.repeated") : words;
    }

    private String seconds(Duration took) {
        return took == null ? "" : text.of("rapport.attempt.took", Math.round(took.toMillis() / 100.0) / 10.0);
    }
}
