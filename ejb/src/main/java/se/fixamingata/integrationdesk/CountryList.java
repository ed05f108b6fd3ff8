package se.fixamingata.integrationdesk;

import java.util.List;
import java.util.Map;

/**
 * A page of the operator's list.
 *
 * @param rows the worst first
 * @param counts how many each filter would show
 */
public record CountryList(List<CountryRow> rows, Map<CountryFilter, Long> counts) {

    public CountryList {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }
}
