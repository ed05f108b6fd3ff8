package se.fixamingata.statistics.reading;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Some months on end. Remember that the last one may not be whole. */
public record Months(YearMonth first, YearMonth last) {

    private static final int MOST = 240;

    public Months {
        if (last.isBefore(first) || first.plusMonths(MOST).isBefore(last)) {
            throw new IllegalArgumentException("No months on end: " + first + " to " + last);
        }
    }

    /** So many that end with this one. */
    public static Months until(YearMonth last, int number) {
        return new Months(last.minusMonths(number - 1L), last);
    }

    public List<YearMonth> list() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    static YearMonth month(int number) {
        return YearMonth.of(Math.floorDiv(number, 12), Math.floorMod(number, 12) + 1);
    }
}
