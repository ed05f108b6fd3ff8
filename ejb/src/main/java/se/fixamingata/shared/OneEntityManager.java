package se.fixamingata.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The entity manager that everybody injects. It is the container's own, which finds the persistence context of the transaction (or of
 * the request) by itself at each call, so one is enough for all threads.
 *
 * <p>Why not {@code @PersistenceContext} everywhere: Payara looks the persistence unit up at the first use, among those that the
 * <em>calling</em> component can see. Called from the WAR, that is none, since ours lies in this module. Here the first use happens
 * in an EJB of this module, and what was found is kept.
 */
@Startup
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OneEntityManager {

    @PersistenceContext(unitName = "fixamingata")
    EntityManager container;

    @PostConstruct
    void findUnit() {
        container.getEntityManagerFactory();
    }

    /** For {@code @Inject EntityManager em}. */
    @Produces
    @Dependent
    public EntityManager entityManager() {
        return container;
    }
}
