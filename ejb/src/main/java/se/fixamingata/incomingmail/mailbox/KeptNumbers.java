package se.fixamingata.incomingmail.mailbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is kept and still lies in the mailbox, by its number there: whether it may be deleted. What is deleted is forgotten, since there
 * are servers that give its number to the next.
 */
final class KeptNumbers {

    private static final int REMEMBERED = 10_000;

    private final Map<String, Boolean> deletable = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether it is kept, whole or in part. */
    boolean isKept(String number) {
        return number != null && deletable.containsKey(number);
    }

    /** Whether it is kept as a whole. */
    boolean isDeletable(String number) {
        return number != null && Boolean.TRUE.equals(deletable.get(number));
    }

    /** @param number null from a server that numbers nothing */
    void remember(String number, boolean whole) {
        if (number != null) {
            deletable.put(number, whole);
        }
    }

    void forget(Collection<String> numbers) {
        deletable.keySet().removeAll(numbers);
    }
}
