package se.fixamingata.monthly;

import java.io.Serializable;
import java.time.YearMonth;

/** What one letter is about. */
public record MunicipalityMonth(String municipality, YearMonth month) implements Serializable {

    /** As it stands in the job's notes. */
    @Override
    public String toString() {
        return municipality + " " + month;
    }
}
