package se.fixamingata.web.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fixamingata.statistics.reading.Months;

/**
 * Which months a page is about, as its address says it: {@code 12} or {@code 24} for the last ones, {@code 2025} for a year. No single
 * months: one alone would be shown where it goes along with a small one in the table of the year, and give that one away.
 *
 * @param code as in addresses
 * @param months none of them after the figures' last day
 */
record Period(String code, Months months) {

    static final String USUAL = "12";

    private static final int OLDEST = 2000;
    private static final int YEARS = 5;

    /**
     * @param code null or empty for the usual one
     * @param lastDay of the figures
     * @return empty when there is no such period, or it has not begun
     */
    static Optional<Period> of(String code, LocalDate lastDay) {
        YearMonth last = YearMonth.from(lastDay);
        String asked = code == null || code.isEmpty() ? USUAL : code;
        if (asked.equals(USUAL) || asked.equals("24")) {
            return Optional.of(new Period(asked, Months.until(last, Integer.parseInt(asked))));
        }
        if (asked.matches("\\d{4}")) {
            return year(asked, YearMonth.of(Integer.parseInt(asked), 1), last);
        }
        return Optional.empty();
    }

    private static Optional<Period> year(String code, YearMonth january, YearMonth last) {
        YearMonth december = january.withMonth(12);
        return january.isAfter(last) || january.getYear() < OLDEST
                ? Optional.empty()
                : Optional.of(new Period(code, new Months(january, december.isAfter(last) ? last : december)));
    }

    /** What the form offers; older years have addresses, too. */
    static List<String> offered(LocalDate lastDay) {
        List<String> codes = new ArrayList<>(List.of(USUAL, "24"));
        for (int year = lastDay.getYear(); year > lastDay.getYear() - YEARS; year--) {
            codes.add(Integer.toString(year));
        }
        return codes;
    }

    /** As it stands in an address: the usual one is left out. */
    String inAddress() {
        return code.equals(USUAL) ? "" : code;
    }

    /** In January a year is one. */
    boolean isMonth() {
        return months.first().equals(months.last());
    }
}
