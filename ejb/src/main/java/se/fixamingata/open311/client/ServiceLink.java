package se.fixamingata.open311.client;

import java.util.List;
import se.fixamingata.open311.wire.ServiceAttribute;

/**
 * The service of theirs that one of our categories is.
 *
 * @param type {@code realtime}, {@code batch} or {@code blackbox}
 */
record ServiceLink(String code, String type, List<ServiceAttribute> attributes) {

    /** Whether what is posted there is found again at once, so that not finding it means that it is not there. */
    boolean isRealtime() {
        return !"batch".equalsIgnoreCase(type) && !"blackbox".equalsIgnoreCase(type);
    }

    /** Whether what is posted there has a number sooner or later. */
    boolean isNumbered() {
        return !"blackbox".equalsIgnoreCase(type);
    }
}
