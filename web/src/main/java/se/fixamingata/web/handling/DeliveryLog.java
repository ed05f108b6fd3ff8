package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.fixamingata.delivery.AttemptView;
import se.fixamingata.delivery.Deliveries;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.delivery.DeliveryView;
import se.fixamingata.web.report.AttemptLine;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** Every attempt to bring the report to the authority's own system. */
@Named("deliveryLog")
@RequestScoped
public class DeliveryLog {

    private static final Set<DeliveryState> STUCK =
            EnumSet.of(DeliveryState.PARKED, DeliveryState.WAITING_FOR_ADDRESS, DeliveryState.BOUNCED);

    @Inject
    CasePage page;

    @Inject
    Deliveries deliveries;

    @Inject
    Names names;

    @Inject
    TextBean text;

    private List<DeliveryView> ways;

    private List<DeliveryView> ways() {
        if (ways == null) {
            ways = deliveries.ofReport(page.getId());
        }
        return ways;
    }

    /** Oldest first. */
    public List<AttemptLine> getLines() {
        List<AttemptLine> lines = new ArrayList<>();
        for (DeliveryView way : ways()) {
            for (AttemptView attempt : way.attempts()) {
                lines.add(new AttemptLine(
                        attempt.at(), names.authority(way.authorityCode()), outcome(attempt), seconds(attempt)));
            }
        }
        return lines;
    }

    private String outcome(AttemptView attempt) {
        String code =
                attempt.outcome() == null ? "running" : attempt.outcome().name().toLowerCase(Locale.ROOT);
        String words = text.of("rapport.attempt." + code);
        return attempt.resentAfterUnknown() ? words + " " + text.of("rapport.attempt.repeated") : words;
    }

    private String seconds(AttemptView attempt) {
        return attempt.took() == null
                ? ""
                : text.of("rapport.attempt.took", Math.round(attempt.took().toMillis() / 100.0) / 10.0);
    }

    /** How the newest one stands. */
    public String getSummary() {
        return ways().isEmpty()
                ? text.of("arende.delivery.none")
                : text.of("arende.delivery." + last().name().toLowerCase(Locale.ROOT));
    }

    private DeliveryState last() {
        return ways().get(ways().size() - 1).state();
    }

    /** Whether it will not arrive by itself. */
    public boolean isStuck() {
        return !ways().isEmpty() && STUCK.contains(last());
    }
}
