package se.fixamingata.export;

import java.util.List;

/**
 * What an export will hold, decided once: which reports in which order, and whether the reporters are in it.
 *
 * @param reports numbers, in the order of the list
 * @param withReporters whether the columns about the reporter are filled
 */
public record Export(String authorityCode, List<Long> reports, boolean withReporters) {

    public Export {
        reports = List.copyOf(reports);
    }
}
