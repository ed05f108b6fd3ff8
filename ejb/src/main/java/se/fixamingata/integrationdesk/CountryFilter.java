package se.fixamingata.integrationdesk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the authorities the operator's list shows. */
public enum CountryFilter {
    /** Those with which there is anything at all. */
    NEEDED("alarmed_at is not null or stuck > 0 or faults > 0 or silences > 0 or paused_at is not null or waiting > 0"),
    ALARM("alarmed_at is not null"),
    /** Something was given up or came back. */
    STUCK("stuck > 0"),
    /** Something went wrong, or their server does not answer. */
    FAULTS("faults > 0 or silences > 0"),
    PAUSED("paused_at is not null"),
    ALL("true");

    private final String condition;

    CountryFilter(String condition) {
        this.condition = condition;
    }

    /** Over the columns of {@link CountryIntegrations}' rows. */
    String condition() {
        return condition;
    }

    /** As it stands in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CountryFilter> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
