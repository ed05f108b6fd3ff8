package se.fixamingata.municipality;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/**
 * Looks at the operator's file of authorities when the server starts, and every minute. Every server does; the first takes a new file
 * over, the others find that done.
 */
@Startup
@Singleton
@DependsOn("MunicipalityRegister")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuthoritiesFileWatch {

    private static final System.Logger LOG = System.getLogger(AuthoritiesFileWatch.class.getName());

    @Inject
    AuthoritiesFile file;

    @PostConstruct
    void start() {
        look();
    }

    @Schedule(hour = "*", minute = "*", persistent = false, info = "authorities.csv")
    void everyMinute() {
        look();
    }

    /** A database that is away for a while must not cost the timer, which the container drops after an exception. */
    private void look() {
        try {
            file.look();
        } catch (EJBException e) {
            LOG.log(System.Logger.Level.WARNING, "authorities.csv not taken over now, again in a minute", e);
        }
    }
}
