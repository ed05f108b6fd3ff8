package se.fixamingata.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What is in force beyond what an inbox opens with; each can be taken away alone, or all at once. */
@Named("inboxChips")
@RequestScoped
public class InboxChips {

    @Inject
    InboxBacking inbox;

    @Inject
    FilterWords words;

    private AddressParts parts() {
        return AddressParts.of(inbox.getAddress());
    }

    public List<FilterChip> getList() {
        AddressParts parts = parts();
        return parts.filters()
                .map(one -> new FilterChip(
                        words.chip(one.getKey(), one.getValue()), parts.without(one.getKey(), one.getValue())))
                .toList();
    }

    /** The address without any filter, in the same order. */
    public String getCleared() {
        return parts().cleared();
    }
}
