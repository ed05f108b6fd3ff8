package se.fixamingata.web.statistics.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import se.fixamingata.statistics.reading.Figure;
import se.fixamingata.statistics.reading.TimeFigure;
import se.fixamingata.web.security.CurrentLanguage;

/** Figures as they are written in the reader's language. */
@RequestScoped
public class Cells {

    /** As Statistics Sweden writes what it does not show. */
    private static final String HIDDEN = "..";

    private static final String NONE = "–";

    private final CurrentLanguage language;

    @Inject
    public Cells(CurrentLanguage language) {
        this.language = language;
    }

    /** For the container's proxy. */
    protected Cells() {
        this(null);
    }

    /** @param address of the reports behind it, which a figure that is not shown does not lead to */
    public Cell count(Figure figure, String address) {
        if (figure.hidden()) {
            return hidden();
        }
        return new Cell(number(figure.number()), figure.number(), Cell.Kind.SHOWN, figure.number() == 0 ? "" : address);
    }

    public Cell count(Figure figure) {
        return count(figure, "");
    }

    /** To one decimal, for pages and files alike. */
    public Cell perThousand(Figure figure, Integer population) {
        Double exact = figure.perThousand(population);
        if (figure.hidden()) {
            return hidden();
        }
        if (exact == null) {
            return none();
        }
        double rounded = Math.round(exact * 10) / 10.0;
        return new Cell(decimal(rounded), rounded, Cell.Kind.SHOWN, "");
    }

    /** In how many days; the number alone, since the column says that it is days. */
    public Cell days(TimeFigure time, Integer days) {
        if (time.hidden()) {
            return hidden();
        }
        return days == null ? none() : plain(days);
    }

    /** How many reports a time is reckoned from. */
    public Cell reports(TimeFigure time) {
        return time.hidden() ? hidden() : plain(time.reports());
    }

    /** By how much it changed, in per cent of what it was. */
    public Cell change(Figure before, Figure after) {
        if (before.hidden() || after.hidden()) {
            return hidden();
        }
        if (before.number() == 0) {
            return none();
        }
        long percent = Math.round((after.number() - before.number()) * 100.0 / before.number());
        String sign = percent > 0 ? "+" : percent < 0 ? "−" : "±";
        return new Cell(sign + number(Math.abs(percent)) + " %", percent, Cell.Kind.SHOWN, "");
    }

    private Cell plain(int value) {
        return new Cell(number(value), value, Cell.Kind.SHOWN, "");
    }

    private static Cell hidden() {
        return new Cell(HIDDEN, null, Cell.Kind.HIDDEN, "");
    }

    private static Cell none() {
        return new Cell(NONE, null, Cell.Kind.NONE, "");
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(language.get().locale()).format(value);
    }

    private String decimal(double value) {
        NumberFormat format = NumberFormat.getInstance(language.get().locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }
}
