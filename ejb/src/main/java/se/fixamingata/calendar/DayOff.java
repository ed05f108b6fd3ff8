package se.fixamingata.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/** A day on which nobody works, as a rule that says when it is in a year. */
sealed interface DayOff {

    LocalDate in(int year);

    /** The same date each year. */
    record Fixed(MonthDay day) implements DayOff {

        @Override
        public LocalDate in(int year) {
            return day.atYear(year);
        }
    }

    /** @param days from Easter Sunday; negative before it */
    record FromEaster(int days) implements DayOff {

        @Override
        public LocalDate in(int year) {
            return Easter.sunday(year).plusDays(days);
        }
    }

    /** The first such weekday on that date or after it. */
    record First(DayOfWeek weekday, MonthDay from) implements DayOff {

        @Override
        public LocalDate in(int year) {
            return from.atYear(year).with(TemporalAdjusters.nextOrSame(weekday));
        }
    }

    /**
     * A line of the data: kind, when, name, with tabs between.
     *
     * @throws IllegalArgumentException when it is none
     */
    static DayOff parse(String line) {
        String[] parts = line.split("\t");
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not kind, when and name: " + line);
        }
        return switch (parts[0]) {
            case "fixed" -> new Fixed(day(parts[1]));
            case "easter" -> new FromEaster(Integer.parseInt(parts[1]));
            case "first" -> {
                String[] when = parts[1].split(" ");
                yield new First(DayOfWeek.valueOf(when[0]), day(when[1]));
            }
            default -> throw new IllegalArgumentException("No such kind of day off: " + line);
        };
    }

    private static MonthDay day(String text) {
        return MonthDay.parse("--" + text);
    }
}
