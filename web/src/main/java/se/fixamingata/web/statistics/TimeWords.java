package se.fixamingata.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import se.fixamingata.statistics.reading.CategoryTimes;
import se.fixamingata.statistics.reading.TimeFigure;
import se.fixamingata.web.text.TextBean;

/** How long things take, as one would say it. */
@RequestScoped
public class TimeWords {

    private static final TimeFigure UNKNOWN = new TimeFigure(null, null, null);

    @Inject
    TextBean text;

    /** Of what nothing has been reported. */
    static CategoryTimes nothing(String category) {
        return new CategoryTimes(category, UNKNOWN, UNKNOWN);
    }

    /** Two sentences, or the one that there are too few. */
    List<String> of(CategoryTimes times) {
        if (times.answer().hidden() && times.fixed().hidden()) {
            return List.of(text.of("statistik.words.few"));
        }
        List<String> sentences = new ArrayList<>();
        add(sentences, "answer", times.answer());
        add(sentences, "fixed", times.fixed());
        return sentences;
    }

    private void add(List<String> sentences, String what, TimeFigure time) {
        if (time.hidden()) {
            return;
        }
        String beginning = "statistik.words." + what;
        if (time.median() == null) {
            sentences.add(text.format(beginning + ".none", time.reports()));
        } else if (time.ninetieth() == null) {
            sentences.add(text.format(beginning + ".median", time.median(), time.reports()));
        } else {
            sentences.add(text.format(beginning + ".both", time.median(), time.ninetieth(), time.reports()));
        }
    }
}
