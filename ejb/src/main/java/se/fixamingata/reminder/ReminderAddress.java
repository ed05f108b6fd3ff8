package se.fixamingata.reminder;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Somebody who may have to be reminded.
 *
 * @param codes the authorities that it may be about
 */
public record ReminderAddress(LocalDate day, String email, List<String> codes) implements Serializable {

    public ReminderAddress {
        codes = List.copyOf(codes);
    }

    /** Nothing personal: it stands in the job's notes. */
    @Override
    public String toString() {
        return day + " " + String.join(",", codes);
    }
}
