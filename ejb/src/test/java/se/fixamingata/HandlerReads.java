package se.fixamingata;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Supplier;

/** How many rows and index entries the database looked at for something: the same on every machine, under any load. */
public final class HandlerReads {

    private HandlerReads() {}

    /** Of what is asked through that entity manager, which must be in a transaction. */
    public static long of(EntityManager em, Supplier<?> asked) {
        long before = count(em);
        asked.get();
        return count(em) - before;
    }

    @SuppressWarnings("unchecked")
    private static long count(EntityManager em) {
        List<Object> counts = em.createNativeQuery("select cast(variable_value as int) from"
                        + " information_schema.session_status where variable_name in ('HANDLER_READ_FIRST', 'HANDLER_READ_KEY',"
                        + " 'HANDLER_READ_LAST', 'HANDLER_READ_NEXT', 'HANDLER_READ_PREV', 'HANDLER_READ_RND')")
                .getResultList();
        return counts.stream().mapToLong(one -> ((Number) one).longValue()).sum();
    }
}
