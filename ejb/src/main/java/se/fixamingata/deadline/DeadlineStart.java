package se.fixamingata.deadline;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/** Sees to it, beside the start of the server, that SQL knows the working days and that every report has its due dates. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class DeadlineStart {

    private static final System.Logger LOG = System.getLogger(DeadlineStart.class.getName());

    @Resource
    ManagedExecutorService executor;

    @Inject
    DueCatchUp catchUp;

    @PostConstruct
    void begin() {
        executor.execute(() -> {
            try {
                catchUp.run();
            } catch (RuntimeException away) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Not every report has its due dates, again at the next start",
                        away);
            }
        });
    }
}
