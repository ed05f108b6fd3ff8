package se.fixamingata.shared;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.concurrent.RejectedExecutionException;

/** Where {@link BackgroundThreads} leaves the caller's request behind: a call of an enterprise bean is an invocation of its own. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BackgroundDoor {

    @Resource
    ManagedExecutorService container;

    /** @return false when there is no thread for it */
    public boolean start(Runnable work) {
        try {
            container.execute(work);
            return true;
        } catch (RejectedExecutionException busy) {
            return false;
        }
    }
}
