package se.fixamingata.operatordesk;

import java.util.List;
import java.util.Map;

/**
 * A page of the operator's list of authorities.
 *
 * @param counts how many each filter would show
 */
public record AuthorityPage(List<AuthorityRow> rows, Map<AuthorityFilter, Long> counts) {

    public AuthorityPage {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }
}
