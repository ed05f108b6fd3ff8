package se.fixamingata.municipality;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import se.fixamingata.geography.GeodataException;
import se.fixamingata.geography.MunicipalityFacts;
import se.fixamingata.geography.ReferenceData;

/**
 * Sees to it, when the server starts, that all municipalities and Trafikverket exist (product.md, R30).
 *
 * <p>Reference data that cannot be read do not keep the server from starting: it lives on what the tables have, and health says that it
 * is not ready.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class MunicipalityRegister {

    private static final System.Logger LOG = System.getLogger(MunicipalityRegister.class.getName());

    @Inject
    ReferenceData data;

    @Inject
    MunicipalitySeeding seeding;

    @PostConstruct
    void register() {
        try {
            List<MunicipalityFacts> facts = data.municipalities();
            seeding.seed(facts);
            LOG.log(System.Logger.Level.INFO, "{0} municipalities and Trafikverket are registered", facts.size());
        } catch (GeodataException e) {
            LOG.log(System.Logger.Level.ERROR, "No municipalities registered: {0}", e.getMessage());
        }
    }
}
