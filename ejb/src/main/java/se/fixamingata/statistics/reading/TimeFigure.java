package se.fixamingata.statistics.reading;

/**
 * How long it takes, in days from the confirmation, by Kaplan and Meier.
 *
 * @param reports of how many; null when fewer than 5, and then nothing else is told either
 * @param median within so many days half of them; null when not reached
 * @param ninetieth within so many days nine of ten; null when not reached
 */
public record TimeFigure(Integer reports, Integer median, Integer ninetieth) {

    static final TimeFigure HIDDEN = new TimeFigure(null, null, null);

    public boolean hidden() {
        return reports == null;
    }
}
