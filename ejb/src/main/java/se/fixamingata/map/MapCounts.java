package se.fixamingata.map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Objects;
import java.util.stream.Stream;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportChanged.OnMap;

/** Keeps the counts and versions of the map in the transaction that changes a report. */
@ApplicationScoped
public class MapCounts {

    @PersistenceContext(unitName = "fixamingata")
    EntityManager em;

    protected MapCounts() {}

    /** For tests. */
    public MapCounts(EntityManager em) {
        this.em = em;
    }

    /** Counts the report where it is now and no longer where it was. */
    public void count(@Observes ReportChanged change) {
        new MapVersions(em)
                .raise(Stream.of(change.before(), change.after())
                        .filter(Objects::nonNull)
                        .map(OnMap::cell)
                        .toList());
    }

    /** Counts everything anew. For a restored or mass-loaded database; takes seconds, within the caller's transaction. */
    public void rebuild() {
        new MapVersions(em).raiseAll();
    }
}
