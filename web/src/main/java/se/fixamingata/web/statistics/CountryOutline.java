package se.fixamingata.web.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.fixamingata.geography.Shapes;

/**
 * The municipalities as paths of a picture of the country, drawn once. Points are rounded to a grid of about 1.2 km, the same for both
 * sides of a border, so that no gaps open between neighbours and the picture stays light.
 */
@ApplicationScoped
public class CountryOutline {

    private static final double WEST = 10.9;
    private static final double EAST = 24.3;
    private static final double NORTH = 69.15;
    private static final double SOUTH = 55.2;
    /** Grid lines in a degree of latitude. */
    private static final int GRID = 90;
    /** How long a degree of longitude is against one of latitude, in the middle of the country. */
    private static final double NARROWING = Math.cos(Math.toRadians(62.2));

    static final int WIDTH = (int) Math.ceil((EAST - WEST) * NARROWING * GRID);
    static final int HEIGHT = (int) Math.ceil((NORTH - SOUTH) * GRID);

    private Shapes shapes;
    private volatile Map<String, String> paths;

    /** For the container. */
    protected CountryOutline() {}

    @Inject
    public CountryOutline(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The {@code d} of each municipality's path, by code. */
    public Map<String, String> paths() {
        if (paths == null) {
            paths = draw(shapes.municipalities(Shapes.Detail.LOW));
        }
        return paths;
    }

    private static Map<String, String> draw(List<Shapes.AreaShape> areas) {
        Map<String, String> drawn = new LinkedHashMap<>();
        areas.forEach(area -> drawn.merge(area.code(), path(area.geometry()), String::concat));
        return Map.copyOf(drawn);
    }

    /** Holes are other municipalities, which are drawn themselves: the outer rings are enough. */
    private static String path(Geometry geometry) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            ring(geometry.getGeometryN(i).getCoordinates(), path);
        }
        return path.toString();
    }

    private static void ring(Coordinate[] points, StringBuilder path) {
        int x = 0;
        int y = 0;
        int drawn = 0;
        StringBuilder ring = new StringBuilder();
        for (Coordinate point : points) {
            int nextX = (int) Math.round((point.x - WEST) * NARROWING * GRID);
            int nextY = (int) Math.round((NORTH - point.y) * GRID);
            if (drawn == 0) {
                ring.append('M').append(nextX).append(' ').append(nextY).append('l');
            } else if (nextX != x || nextY != y) {
                ring.append(nextX - x).append(' ').append(nextY - y).append(' ');
            } else {
                continue;
            }
            x = nextX;
            y = nextY;
            drawn++;
        }
        // Islets that are less than a triangle on this grid.
        if (drawn > 3) {
            path.append(ring.toString().strip()).append('z');
        }
    }
}
