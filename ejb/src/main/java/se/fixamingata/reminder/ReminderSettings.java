package se.fixamingata.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often, and how much of it stands in a mail. */
@ApplicationScoped
public class ReminderSettings {

    private final int again;
    private final int every;
    private final int listed;

    /** For the container's proxies. */
    protected ReminderSettings() {
        this(0, 1, 1);
    }

    /**
     * @param again reminders after the first one, before the administrators are told
     * @param every working days from one to the next
     * @param listed reports that a mail names; the others are counted
     */
    @Inject
    public ReminderSettings(
            @ConfigProperty(name = "fmg.reminder.again") int again,
            @ConfigProperty(name = "fmg.reminder.every.days") int every,
            @ConfigProperty(name = "fmg.reminder.listed") int listed) {
        if (again < 0 || every < 1 || listed < 1) {
            throw new IllegalArgumentException("No reminders are like that: " + again + ", " + every + ", " + listed);
        }
        this.again = again;
        this.every = every;
        this.listed = listed;
    }

    /** Reminders of one report before the administrators are told. */
    public int rounds() {
        return again + 1;
    }

    public int every() {
        return every;
    }

    public int listed() {
        return listed;
    }
}
