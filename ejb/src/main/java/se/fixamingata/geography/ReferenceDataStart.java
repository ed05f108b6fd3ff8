package se.fixamingata.geography;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import se.fixamingata.position.Position;

/** Reads the reference data in the background while the application starts, so that the first resident does not wait for it. */
@Startup
@Singleton
public class ReferenceDataStart {

    private static final System.Logger LOG = System.getLogger(ReferenceDataStart.class.getName());

    @Resource
    ManagedExecutorService executor;

    @Inject
    ReferenceData data;

    @Inject
    Boundaries boundaries;

    @Inject
    PlaceSearch search;

    @PostConstruct
    void start() {
        executor.execute(this::load);
    }

    private void load() {
        try {
            data.municipalities();
            boundaries.locate(Position.of(59.33, 18.06));
            search.warmUp();
        } catch (GeodataException e) {
            // The application stays up and says "not ready"; what is wrong stands in the log already.
            LOG.log(System.Logger.Level.ERROR, "Not ready: {0}", e.getMessage());
        }
    }
}
