package se.fixamingata.statistics.reading;

import jakarta.persistence.EntityManager;

/** The figures as they are read outside the container; for tests of other packages. */
public final class LastNight {

    private LastNight() {}

    public static Statistics of(EntityManager em) {
        return new Statistics(new PublishedNights(em));
    }
}
