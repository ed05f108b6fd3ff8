package se.fixamingata.deadline;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The door to deadlines as the container would wire it, with the settings' days. */
public final class TestDeadlines {

    public static final DueDays STANDARD = new DueDays(5, 30);

    private TestDeadlines() {}

    public static Deadlines of(EntityManager em, Clock clock) {
        return new Deadlines(new DeadlineRules(em, STANDARD), clock);
    }
}
