package se.fixamingata.municipality;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import se.fixamingata.RecordedEvents;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.geography.MunicipalityFacts;
import se.fixamingata.geography.ReferenceData;
import se.fixamingata.position.Position;
import se.fixamingata.shared.OneAtATime;

/** Three municipalities, as authorities too, and Trafikverket: enough for most tests of the database. */
public final class TestMunicipalities {

    public static final MunicipalityFacts FORSHAGA = new MunicipalityFacts(
            "1763", "Forshaga", "forshaga", "17", "Värmlands län", 11_526, Position.of(59.52858, 13.48125));
    public static final MunicipalityFacts KARLSTAD = new MunicipalityFacts(
            "1780", "Karlstad", "karlstad", "17", "Värmlands län", 97_233, Position.of(59.3793, 13.50357));
    public static final MunicipalityFacts STOCKHOLM = new MunicipalityFacts(
            "0180", "Stockholm", "stockholm", "01", "Stockholms län", 995_574, Position.of(59.32938, 18.06871));

    private TestMunicipalities() {}

    /** Writes them. */
    public static void seed(EntityManager em, Clock clock) {
        new MunicipalitySeeding(em, new OneAtATime(em), clock).seed(List.of(FORSHAGA, KARLSTAD, STOCKHOLM));
    }

    /** All of the built-in reference data, with the addresses that a file of authorities gives them. */
    public static void seedAll(EntityManager em, Clock clock, byte[] authoritiesFile) {
        new MunicipalitySeeding(em, new OneAtATime(em), clock)
                .seed(ReferenceData.builtIn().municipalities());
        AuthoritiesImport importing = new AuthoritiesImport();
        importing.em = em;
        importing.categories = new Categories(em);
        importing.audit = new AuditTrail(em, clock);
        importing.turns = new OneAtATime(em);
        importing.addressRegistered = new RecordedEvents<>();
        importing.imported = new RecordedEvents<>();
        importing.clock = clock;
        AuthoritiesImport.Outcome outcome = importing.take(authoritiesFile, "d".repeat(64));
        if (!(outcome instanceof AuthoritiesImport.Outcome.Imported)) {
            throw new IllegalStateException("The file was not taken over: " + outcome);
        }
    }
}
