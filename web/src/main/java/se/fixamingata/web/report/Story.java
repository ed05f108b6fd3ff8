package se.fixamingata.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.delivery.AttemptView;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.delivery.DeliveryView;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.report.HistoryPage;
import se.fixamingata.report.HistoryView;
import se.fixamingata.report.ReportView;
import se.fixamingata.web.text.TextBean;
import se.fixamingata.web.text.Times;

/** Tells a report's history and its way to the authority as one story, in a resident's words. */
@RequestScoped
public class Story {

    private static final String SOON = "rapport.thanks.text";
    private static final String REFUSED = "rapport.thanks.refused";
    private static final String NO_ADDRESS = "rapport.thanks.waiting";
    private static final String LATER = "rapport.thanks.later";
    private static final String TO_FETCH = "rapport.thanks.to-fetch";

    /** What is said when a report goes several ways. */
    private static final List<String> NEXT = List.of(REFUSED, NO_ADDRESS, LATER, TO_FETCH);

    @Inject
    TextBean text;

    @Inject
    Times times;

    @Inject
    Happening happening;

    @Inject
    Authorities authorities;

    /** What happened on that page of the story, oldest first, and after the newest of it what is still being waited for. */
    List<StoryLine> of(ReportView report, List<DeliveryView> deliveries) {
        HistoryPage page = report.history();
        List<StoryLine> lines = new ArrayList<>();
        for (HistoryView entry : page.entries()) {
            lines.add(happening.tell(entry, report));
        }
        for (DeliveryView delivery : deliveries) {
            if (delivery.state() == DeliveryState.DELIVERED && page.covers(delivery.deliveredAt())) {
                lines.add(delivered(delivery));
            }
        }
        lines.sort(Comparator.comparing(StoryLine::at));
        for (DeliveryView delivery : deliveries) {
            boolean over = delivery.state() == DeliveryState.DELIVERED || delivery.state() == DeliveryState.STOPPED;
            if (!over && page.isNewest()) {
                lines.add(waiting(delivery));
            }
        }
        return lines;
    }

    private StoryLine delivered(DeliveryView delivery) {
        boolean twice = delivery.attempts().stream().anyMatch(AttemptView::resentAfterUnknown);
        return StoryLine.of(
                delivery.deliveredAt(),
                "sent",
                text.of("rapport.story.sent", name(delivery.authorityCode())),
                null,
                twice ? text.of("rapport.story.sent-twice") : null);
    }

    private StoryLine waiting(DeliveryView delivery) {
        String authority = name(delivery.authorityCode());
        return switch (delivery.state()) {
            case WAITING_FOR_ADDRESS -> homeless(delivery, authority);
            case NOT_ACCEPTED -> waiting("rapport.story.refused", authority, null);
            case PARKED, BOUNCED -> waiting("rapport.story.parked", authority, text.of("rapport.story.parked-more"));
            case PAUSED -> waiting("rapport.story.paused", authority, null);
            case TO_FETCH -> waiting("rapport.story.to-fetch", authority, null);
            case HANDLED -> StoryLine.of(null, "sent", text.of("rapport.story.handled", authority), null, null);
            default -> due(delivery, authority);
        };
    }

    /** No address yet; or a system of theirs that does not know the category yet. */
    private StoryLine homeless(DeliveryView delivery, String authority) {
        if (delivery.channel() != ChannelKind.MAIL) {
            return waiting("rapport.story.paused", authority, null);
        }
        return waiting(
                Authority.STATE_ROADS.equals(delivery.authorityCode())
                        ? "rapport.story.no-address-state"
                        : "rapport.story.no-address",
                authority,
                text.of("rapport.story.no-address-more", authority));
    }

    /** Before the first attempt, under way, or waiting for the next one. */
    private StoryLine due(DeliveryView delivery, String authority) {
        if (delivery.attempts().isEmpty()) {
            return waiting("rapport.story.soon", authority, null);
        }
        AttemptView last = delivery.attempts().get(delivery.attempts().size() - 1);
        if (last.outcome() == null) {
            return waiting("rapport.story.now", authority, null);
        }
        Instant next = delivery.nextAttemptAt();
        return waiting(
                "rapport.story.failed",
                authority,
                next == null ? null : text.of("rapport.story.again", times.near(next)));
    }

    private StoryLine waiting(String key, String authority, String body) {
        return StoryLine.of(null, "waiting", text.of(key, authority), null, body);
    }

    private String name(String authorityCode) {
        return authorities.find(authorityCode).map(Authority::name).orElse(authorityCode);
    }

    /** What happens next, for the reporter who has confirmed just now. */
    String next(ReportView report, List<DeliveryView> deliveries) {
        Set<String> keys = deliveries.stream()
                .map(delivery -> nextKey(delivery.state(), delivery.channel()))
                .collect(Collectors.toSet());
        return text.of(NEXT.stream().filter(keys::contains).findFirst().orElse(SOON), name(report.authorityCode()));
    }

    /** "On its way" is said of nothing that goes nowhere. */
    static String nextKey(DeliveryState state, ChannelKind channel) {
        return switch (state) {
            case NOT_ACCEPTED -> REFUSED;
            case WAITING_FOR_ADDRESS -> channel == ChannelKind.MAIL ? NO_ADDRESS : LATER;
            case PAUSED, PARKED, BOUNCED -> LATER;
            case TO_FETCH -> TO_FETCH;
            default -> SOON;
        };
    }

    /** The authority that refuses reports, when one of them went to it. */
    Optional<Authority> refusing(List<DeliveryView> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.state() == DeliveryState.NOT_ACCEPTED)
                .findFirst()
                .flatMap(delivery -> authorities.find(delivery.authorityCode()));
    }
}
