package se.fixamingata.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The container's threads, for work that goes on while a request is answered.
 *
 * <p>Why not the container's executor itself: Payara lets its thread work in the very invocation that it was asked in, and what reads
 * without a transaction belongs to the invocation. Work that ends before the request that asked for it closes the request's entity
 * manager, and the request then ends with "closed EntityManager" though all is saved.
 */
@ApplicationScoped
public class BackgroundThreads implements Executor {

    @Inject
    BackgroundDoor door;

    /** @throws RejectedExecutionException when there is no thread for it */
    @Override
    public void execute(Runnable work) {
        if (!door.start(work)) {
            throw new RejectedExecutionException("The container has no thread for it");
        }
    }
}
