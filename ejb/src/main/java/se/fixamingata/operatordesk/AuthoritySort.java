package se.fixamingata.operatordesk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which order the operator's list of authorities stands. */
public enum AuthoritySort {
    NAME("s.name"),
    COUNTY("s.county is null, s.county"),
    OPEN("s.open desc"),
    WAITING("s.waiting desc"),
    /** Who was here last. */
    SEEN("s.seen_at is null, s.seen_at desc");

    private final String order;

    AuthoritySort(String order) {
        this.order = order;
    }

    String order() {
        return order + ", s.name, s.code";
    }

    /** As it stands in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AuthoritySort> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
