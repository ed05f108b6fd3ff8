package se.fixamingata.statistics.reading;

import se.fixamingata.statistics.DisclosureRule;

/**
 * A number of reports, or that it is not shown.
 *
 * @param number null when it is not shown
 */
public record Figure(Long number) {

    static final Figure HIDDEN = new Figure(null);

    static Figure of(long number, boolean hidden) {
        return hidden ? HIDDEN : new Figure(number);
    }

    /** One that stands in no table with a sum. */
    static Figure alone(long number) {
        return of(number, !DisclosureRule.shows(number));
    }

    public boolean hidden() {
        return number == null;
    }

    /** For so many inhabitants, per 1,000 of them; null when not shown, or nobody knows how many live there. */
    public Double perThousand(Integer population) {
        return number == null || population == null || population == 0 ? null : number * 1000.0 / population;
    }
}
