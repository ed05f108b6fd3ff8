package se.fixamingata.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import se.fixamingata.basemap.MapPicture;
import se.fixamingata.basemap.Pin;
import se.fixamingata.basemap.Theme;
import se.fixamingata.geography.Shapes;
import se.fixamingata.position.Position;
import se.fixamingata.report.Report;

/** The map in a letter, drawn by us: shows without a network, and tells nobody that the letter was opened. */
@ApplicationScoped
public class PlacePicture {

    private static final System.Logger LOG = System.getLogger(PlacePicture.class.getName());

    /** As wide as the letter's column allows, in points; drawn at twice that for sharp screens. */
    private static final int WIDTH = 536;

    private static final int HEIGHT = 220;
    private static final int SHARP = 2;
    /** Where the built-in map has streets and houses. */
    private static final int ZOOM_TOWN = 16;
    /** Elsewhere: near enough to tell the place, far enough to show some names and roads around it. */
    private static final int ZOOM_COUNTRY = 13;

    private final Function<Position, byte[]> drawing;

    /** The letters about one report are written within seconds of each other. */
    private final Cache<Position, byte[]> drawn = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** For the container's proxies. */
    protected PlacePicture() {
        this((Function<Position, byte[]>) null);
    }

    @Inject
    public PlacePicture(MapPicture map, Shapes shapes) {
        this(drawing(map, shapes));
    }

    private static Function<Position, byte[]> drawing(MapPicture map, Shapes shapes) {
        LoadingCache<Boolean, Envelope> streets = Caffeine.newBuilder().build(always -> streets(shapes));
        return place -> map.draw(
                place,
                streets.get(true).contains(place.lon(), place.lat()) ? ZOOM_TOWN : ZOOM_COUNTRY,
                WIDTH,
                HEIGHT,
                SHARP,
                Theme.LIGHT,
                List.of(Pin.plain(place)));
    }

    private static Envelope streets(Shapes shapes) {
        Envelope all = new Envelope();
        shapes.townDetail()
                .forEach(detail -> all.expandToInclude(detail.geometry().getEnvelopeInternal()));
        return all;
    }

    /** For tests. */
    public PlacePicture(Function<Position, byte[]> drawing) {
        this.drawing = drawing;
    }

    /** A PNG of the place with a pin; empty when it cannot be drawn, since a letter without a map is better than none. */
    public Optional<byte[]> draw(Report report) {
        try {
            return Optional.of(drawn.get(report.position(), drawing));
        } catch (RuntimeException undrawable) {
            LOG.log(System.Logger.Level.WARNING, "A letter goes without its map", undrawable);
            return Optional.empty();
        }
    }
}
