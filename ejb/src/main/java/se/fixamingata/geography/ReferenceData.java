package se.fixamingata.geography;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The reference data of this installation: from the directory {@code fmg.geodata}, or the small built-in set when that is empty.
 *
 * <p>Read once, by whoever asks first (the start of the application does, in the background); everybody else waits for that one
 * reading. Data that cannot be read stay so until the next start: the message goes to the log and to every caller, and health says
 * "not ready".
 */
@ApplicationScoped
public class ReferenceData {

    private static final System.Logger LOG = System.getLogger(ReferenceData.class.getName());

    private GeodataSource source;
    private volatile Reference reference;
    private volatile GeodataException failure;

    /** For the container. */
    protected ReferenceData() {}

    @Inject
    public ReferenceData(@ConfigProperty(name = "fmg.geodata") Optional<String> directory) {
        this(directory
                .filter(name -> !name.isBlank())
                .<GeodataSource>map(name -> new GeodataSource.Directory(Path.of(name.strip())))
                .orElseGet(GeodataSource.BuiltIn::new));
    }

    /** For tests. */
    ReferenceData(GeodataSource source) {
        this.source = source;
    }

    /** For tests of other features: the reference data in that directory. */
    public static ReferenceData inDirectory(Path directory) {
        return new ReferenceData(new GeodataSource.Directory(directory));
    }

    /** For tests of other features: the small set inside the program. */
    public static ReferenceData builtIn() {
        return new ReferenceData(new GeodataSource.BuiltIn());
    }

    /** Whether questions can be answered at once. Never waits. */
    public boolean isLoaded() {
        return reference != null;
    }

    /** Why the data could not be read, for the operator; empty when nothing has gone wrong. Never waits. */
    public Optional<String> problem() {
        return Optional.ofNullable(failure).map(Throwable::getMessage);
    }

    /**
     * Whether boundaries and places are only generalised ones, so that every answer must say "approximate".
     *
     * @throws GeodataException when the data cannot be read; so do all that follow
     */
    public boolean isApproximate() {
        return reference().approximate();
    }

    /** Whom to name for the data, on the map and on {@code /om}. */
    public List<Attribution> attributions() {
        return reference().attributions();
    }

    /** All municipalities in order of their codes. */
    public List<MunicipalityFacts> municipalities() {
        return reference().municipalities().values().stream()
                .map(MunicipalityRow::facts)
                .toList();
    }

    GeodataSource source() {
        return source;
    }

    /** Everything, read now if nobody has yet. */
    Reference reference() {
        Reference known = reference;
        return known != null ? known : load();
    }

    private synchronized Reference load() {
        if (reference == null) {
            if (failure != null) {
                throw failure;
            }
            try {
                long start = System.nanoTime();
                reference = ReferenceReader.read(source);
                LOG.log(
                        System.Logger.Level.INFO,
                        "Reference data loaded in {0} ms: {1} municipalities, {2} places, {3} postcodes{4}",
                        Duration.ofNanos(System.nanoTime() - start).toMillis(),
                        reference.municipalities().size(),
                        reference.places().size(),
                        reference.postcodes().size(),
                        source.isApproximate() ? "; the small built-in set, approximate" : "");
            } catch (GeodataException e) {
                failure = e;
                LOG.log(System.Logger.Level.ERROR, e.getMessage());
                throw e;
            }
        }
        return reference;
    }
}
