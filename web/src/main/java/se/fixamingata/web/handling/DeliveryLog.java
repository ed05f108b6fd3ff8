package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.fixamingata.delivery.AttemptDetail;
import se.fixamingata.delivery.AttemptView;
import se.fixamingata.delivery.Deliveries;
import se.fixamingata.delivery.DeliveryLogView;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.delivery.DeliveryView;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.web.integrationdesk.AnswerWords;
import se.fixamingata.web.integrationdesk.IntegrationWords;
import se.fixamingata.web.report.AttemptLine;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** Every attempt to bring the report to the authority: when, where, what came of it, how long it took (product.md, R25). */
@Named("deliveryLog")
@RequestScoped
public class DeliveryLog {

    private static final Set<DeliveryState> STUCK =
            EnumSet.of(DeliveryState.PARKED, DeliveryState.WAITING_FOR_ADDRESS, DeliveryState.BOUNCED);

    private static final String WAY = "integration.way.";

    /** Where what is fetched goes, as it is noted. */
    private static final String FETCHED = "Open311";

    @Inject
    CasePage page;

    @Inject
    Deliveries deliveries;

    @Inject
    Names names;

    @Inject
    TextBean text;

    @Inject
    IntegrationWords words;

    @Inject
    AnswerWords answers;

    private List<DeliveryLogView> ways;

    private List<DeliveryLogView> ways() {
        if (ways == null) {
            ways = deliveries.logOf(page.getId());
        }
        return ways;
    }

    /** Oldest first. */
    public List<AttemptLine> getLines() {
        List<AttemptLine> lines = new ArrayList<>();
        for (DeliveryLogView log : ways()) {
            log.attempts().forEach(attempt -> lines.add(line(log.way(), attempt)));
        }
        return lines;
    }

    /** Another authority's addresses, from before the report was handed over, are its own business. */
    private AttemptLine line(DeliveryView way, AttemptDetail attempt) {
        boolean own = way.authorityCode().equals(page.getReport().authorityCode());
        return new AttemptLine(
                attempt.view().at(),
                names.authority(way.authorityCode()),
                own ? where(attempt.destination()) : null,
                outcome(attempt.view()),
                own ? answers.of(attempt.answer()) : null,
                seconds(attempt.view()));
    }

    /** By which way it went then, which need not be today's. */
    private String where(String destination) {
        if (destination.equals(FETCHED)) {
            return words.of(WAY, ChannelKind.PULL);
        }
        boolean server = destination.startsWith("http:") || destination.startsWith("https:");
        return words.of(WAY, server ? ChannelKind.OPEN311 : ChannelKind.MAIL) + ": " + destination;
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
                : words.state(
                        last().state(), last().channel(), last().attempts().size());
    }

    private DeliveryView last() {
        return ways().get(ways().size() - 1).way();
    }

    /** Whether it will not arrive by itself. */
    public boolean isStuck() {
        return !ways().isEmpty() && STUCK.contains(last().state());
    }
}
