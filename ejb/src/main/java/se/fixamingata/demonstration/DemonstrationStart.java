package se.fixamingata.demonstration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.fixamingata.basemap.BaseMap;
import se.fixamingata.category.Category;
import se.fixamingata.deadline.DueCatchUp;
import se.fixamingata.delivery.PastDeliveries;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.Shapes;
import se.fixamingata.moderation.AbuseReporter;
import se.fixamingata.moderation.AbuseReporters;
import se.fixamingata.moderation.AbuseReporting;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.photo.PhotoIntake;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.signin.Passwords;

/** Fills an empty demonstration right after the start, when municipalities and their addresses are known. */
@Startup
@Singleton
// Not on MunicipalityRegister too, which that one waits for: Payara takes a bean reached on two ways for a circle.
@DependsOn("AuthoritiesFileWatch")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemonstrationStart {

    private static final System.Logger LOG = System.getLogger(DemonstrationStart.class.getName());
    private static final long AFTER_MILLIS = 200;
    /** Any number will do; always the same one, so that everybody sees the same demonstration. */
    private static final long SEED = 1763;

    @Resource
    TimerService timers;

    @Resource
    ManagedExecutorService workers;

    @Inject
    ServiceSettings settings;

    @Inject
    DemonstrationLoader loader;

    @Inject
    DemonstrationAccounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    DemonstrationTemplates templates;

    @Inject
    DemonstrationKey key;

    @Inject
    DemonstrationReply reply;

    @Inject
    DemonstrationQuestions questions;

    @Inject
    DemonstrationTalk talk;

    @Inject
    DemonstrationConnections connections;

    @Inject
    DemonstrationFigures figures;

    @Inject
    DueCatchUp dates;

    @Inject
    AbuseReporters people;

    @Inject
    PastDeliveries deliveries;

    @Inject
    CategoryCatalogue catalogue;

    @Inject
    PhotoIntake intake;

    @Inject
    Shapes shapes;

    @Inject
    Boundaries boundaries;

    @Inject
    BaseMap map;

    @Inject
    Clock clock;

    @PostConstruct
    void plan() {
        if (settings.isDemonstration()) {
            timers.createSingleActionTimer(AFTER_MILLIS, new TimerConfig(null, false));
        }
    }

    @Timeout
    void load() {
        templates.load();
        questions.load();
        accounts.load(passwords.hash(DemonstrationAccounts.PASSWORD));
        if (loader.isEmpty()) {
            invent();
        }
        connections.load();
        accounts.shareReports();
        talk.load(readers(), SEED);
        key.load();
        reply.load();
        // The figures count what is overdue.
        dates.run();
        figures.count();
    }

    /** As many as hide something, each from a network of their own; addresses that are nobody's (RFC 5737). */
    private List<AbuseReporter> readers() {
        return IntStream.range(0, AbuseReporting.HIDING)
                .mapToObj(i -> people.recognise(
                        Optional.empty(),
                        "demonstration-" + i,
                        Optional.of(
                                List.of("192.0.2", "198.51.100", "203.0.113").get(i))))
                .toList();
    }

    private void invent() {
        Instant start = clock.instant();
        Places places = new Places(shapes, boundaries, map::isDryLand);
        List<PlannedReport> plans = new DemonstrationPlan(places, rules(), start, SEED).reports();
        Map<PlannedReport, List<PreparedPhoto>> pictures = new Album(intake, workers).photos(plans);
        int written = loader.load(plans, pictures);
        LOG.log(
                System.Logger.Level.INFO,
                "Demonstration: {0} reports written in {1} ms",
                written,
                Duration.between(start, clock.instant()).toMillis());
    }

    private DemonstrationPlan.Rules rules() {
        return new DemonstrationPlan.Rules() {

            @Override
            public boolean isReachable(String authorityCode, String categoryCode) {
                return deliveries.isReachable(authorityCode, categoryCode);
            }

            @Override
            public Set<String> offeredIn(String municipalityCode) {
                return catalogue.availableIn(municipalityCode).stream()
                        .map(Category::code)
                        .collect(Collectors.toSet());
            }
        };
    }
}
