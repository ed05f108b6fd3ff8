package se.fixamingata.web.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.moderation.ModerationItem;
import se.fixamingata.moderation.ModerationQueue;
import se.fixamingata.web.security.CurrentCaller;

/** What may be moderated of one report, for a part of its page in the back office; empty for who may not. */
@Named("caseModeration")
@RequestScoped
public class CaseModerationBacking {

    @Inject
    CurrentCaller callers;

    @Inject
    ModerationQueue queue;

    private final Map<Long, List<ModerationItem>> read = new HashMap<>();

    /** The report itself first. */
    public List<ModerationItem> items(long reportId) {
        return read.computeIfAbsent(
                reportId,
                id -> callers.find().map(caller -> queue.ofReport(caller, id)).orElse(List.of()));
    }

    /** How many of them wait for a verdict. */
    public long waiting(long reportId) {
        return items(reportId).stream().filter(item -> item.abuse().waiting()).count();
    }

    /** Whether the report is off the public pages by a moderator, or by readers. */
    public boolean isHidden(long reportId) {
        return Optional.of(items(reportId))
                .filter(items -> !items.isEmpty())
                .map(items -> items.get(0).hidden())
                .orElse(false);
    }
}
