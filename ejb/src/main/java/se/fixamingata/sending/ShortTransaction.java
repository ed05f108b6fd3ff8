package se.fixamingata.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/** One step on a queue's rows: begins a transaction, does the work, commits. What throws is rolled back. */
@ApplicationScoped
public class ShortTransaction {

    /**
     * Runs that in a transaction of its own.
     *
     * @return what the work returned, after the commit
     */
    @Transactional(TxType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        return work.get();
    }

    /** Runs that in a transaction of its own. */
    @Transactional(TxType.REQUIRES_NEW)
    public void run(Runnable work) {
        work.run();
    }
}
