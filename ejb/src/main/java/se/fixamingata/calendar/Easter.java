package se.fixamingata.calendar;

import java.time.LocalDate;

/** When Easter is in the Gregorian calendar: the anonymous algorithm of 1876, as Meeus prints it ("Astronomical Algorithms", chapter 8). */
final class Easter {

    private Easter() {}

    static LocalDate sunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int march = h + l - 7 * m + 114;
        return LocalDate.of(year, march / 31, march % 31 + 1);
    }
}
