package se.fixamingata.basemap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import se.fixamingata.geography.Attribution;
import se.fixamingata.geography.ReferenceData;
import se.fixamingata.lettering.Typeface;
import se.fixamingata.position.Position;

/** Still maps of any size for mails, PDFs and pages without scripts, with whom to thank in the corner. */
@ApplicationScoped
public class MapPicture {

    /** The largest side in pixels, before the scale. */
    public static final int MAX_SIDE = 1280;
    /** The smallest side in pixels: less would show nothing. */
    public static final int MIN_SIDE = 32;

    private static final double SMALL_PRINT = 9.5;

    /** A large one takes as long as thirty tiles, which must not stand in line behind many of them. */
    private static final int MOST_AT_ONCE = 8;

    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private DrawingBoard board;
    private ReferenceData data;

    /** For the container. */
    protected MapPicture() {}

    @Inject
    public MapPicture(DrawingBoard board, ReferenceData data) {
        this.board = board;
        this.data = data;
    }

    /** A word that changes when the pictures may have changed. */
    public String version() {
        return board.drawing().version();
    }

    /**
     * A PNG.
     *
     * @param centre what is in the middle
     * @param zoom {@value BaseMap#MIN_ZOOM} to {@value BaseMap#MAX_ZOOM}
     * @param width {@value #MIN_SIDE} to {@value #MAX_SIDE} pixels, before the scale
     * @param height the same
     * @param scale 1, or 2 for dense screens and print
     * @param pins drawn from the north to the south, so that nearer ones stand in front
     * @throws IllegalArgumentException when a number is out of range
     * @throws MapBusyException when too many others wait
     */
    public byte[] draw(Position centre, int zoom, int width, int height, int scale, Theme theme, List<Pin> pins) {
        if (zoom < BaseMap.MIN_ZOOM || zoom > BaseMap.MAX_ZOOM || scale < 1 || scale > 2) {
            throw new IllegalArgumentException("No such zoom or scale: " + zoom + ", " + scale);
        }
        if (Math.min(width, height) < MIN_SIDE || Math.max(width, height) > MAX_SIDE) {
            throw new IllegalArgumentException("No such size: " + width + " x " + height);
        }
        double pixels = Mercator.pixels(zoom);
        Frame frame = new Frame(
                zoom,
                Math.rint(Mercator.x(centre.lon()) * pixels - width / 2.0),
                Math.rint(Mercator.y(centre.lat()) * pixels - height / 2.0),
                width,
                height,
                scale);
        if (!room.tryAcquire()) {
            throw new MapBusyException(MOST_AT_ONCE + " pictures are being drawn");
        }
        try {
            return board.inTurn(drawing -> Drawing.png(picture(drawing, frame, theme, pins)));
        } finally {
            room.release();
        }
    }

    private BufferedImage picture(Drawing drawing, Frame frame, Theme theme, List<Pin> pins) {
        BufferedImage image = drawing.draw(frame, theme);
        Graphics2D g = Drawing.canvas(image);
        try {
            pins.stream()
                    .sorted((a, b) ->
                            Double.compare(b.position().lat(), a.position().lat()))
                    .forEach(pin -> PinPainter.draw(g, pin, frame, theme));
            thank(g, frame, Palette.of(theme));
        } finally {
            g.dispose();
        }
        return image;
    }

    /** The licences ask for the names to stand on the map; a picture too narrow for all of them gets a second line and more. */
    private void thank(Graphics2D g, Frame frame, Palette palette) {
        double bottom = frame.height();
        List<String> names = data.attributions().stream()
                .filter(Attribution::onMap)
                .map(Attribution::text)
                .distinct()
                .collect(Collectors.toList());
        while (!names.isEmpty()) {
            int taken = names.size();
            while (taken > 1 && width(names.subList(0, taken)) > frame.width() - 8) {
                taken--;
            }
            line(g, frame, palette, String.join(" · ", names.subList(0, taken)), bottom);
            names = names.subList(taken, names.size());
            bottom -= SMALL_PRINT + 4;
        }
    }

    private static double width(List<String> names) {
        return Typeface.REGULAR.width(String.join(" · ", names), SMALL_PRINT, 0);
    }

    private static void line(Graphics2D g, Frame frame, Palette palette, String text, double bottom) {
        double s = frame.scale();
        double width = Typeface.REGULAR.width(text, SMALL_PRINT, 0) + 8;
        Color ground = palette.halo();
        g.setColor(ground);
        g.fill(new Rectangle2D.Double(
                (frame.width() - width) * s, (bottom - SMALL_PRINT - 4) * s, width * s, (SMALL_PRINT + 4) * s));
        Path2D outline = Typeface.REGULAR.outline(text, SMALL_PRINT * s, 0);
        outline.transform(AffineTransform.getTranslateInstance((frame.width() - width + 4) * s, (bottom - 4) * s));
        g.setColor(palette.ink());
        g.fill(outline);
    }
}
