package se.fixamingata.web.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Five shades for figures, about as many municipalities in each: so a single large one does not make all others look alike. Many noughts
 * have the first one for themselves: else all that is above them would share what they leave.
 *
 * @param lowest the smallest figure of each shade, rising; empty without any figure
 * @param highest the largest of all
 * @param noughtsAlone whether the first shade is of noughts only
 */
record ColourScale(List<Double> lowest, double highest, boolean noughtsAlone) {

    private static final int SHADES = 5;

    /** @param figures without nulls, in any order */
    static ColourScale of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        TreeSet<Double> lowest = new TreeSet<>();
        List<Double> above = sorted.stream().filter(figure -> figure > 0).toList();
        boolean manyNoughts = (sorted.size() - above.size()) * SHADES > sorted.size();
        if (manyNoughts) {
            lowest.add(sorted.get(0));
            sorted = above;
        }
        int shades = manyNoughts ? SHADES - 1 : SHADES;
        for (int shade = 0; shade < shades && !sorted.isEmpty(); shade++) {
            lowest.add(sorted.get(shade * sorted.size() / shades));
        }
        return new ColourScale(List.copyOf(lowest), sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1), manyNoughts);
    }

    /** 0 for the smallest; the shades that there are lie as far apart as they can. */
    int shade(double figure) {
        int step = 0;
        while (step + 1 < lowest.size() && figure >= lowest.get(step + 1)) {
            step++;
        }
        return shadeOfStep(step);
    }

    private int shadeOfStep(int step) {
        return lowest.size() < 2 ? 0 : Math.round(step * (SHADES - 1f) / (lowest.size() - 1));
    }

    /** One for each shade that is in use. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lowest.size(); i++) {
            boolean last = i == lowest.size() - 1;
            double next = last ? highest : lowest.get(i + 1);
            steps.add(new Step(shadeOfStep(i), lowest.get(i), i == 0 && noughtsAlone ? 0 : next, last));
        }
        return steps;
    }

    /**
     * A line of the legend.
     *
     * @param from the smallest figure
     * @param to the one that it ends before, or with if it is the last
     */
    record Step(int shade, double from, double to, boolean last) {}
}
