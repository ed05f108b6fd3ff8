package se.fixamingata.basemap;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import se.fixamingata.position.Position;

/** Ground and letters on one canvas. Safe to use from several threads. */
final class Drawing {

    /** Raise it when colours, widths or rules change: browsers ask again then. */
    static final String STYLE = "1";

    private final MapData data;
    private final GroundPainter ground;
    private final LetterPainter letters;

    Drawing(MapData data) {
        this.data = data;
        this.ground = new GroundPainter(data);
        this.letters = new LetterPainter(data);
    }

    /** Changes when the pictures may have changed. */
    String version() {
        return data.version + "-" + STYLE;
    }

    LabelPlan labels(int zoom) {
        return letters.plan(zoom);
    }

    boolean isDryLand(Position position) {
        double x = Mercator.x(position.lon());
        double y = Mercator.y(position.lat());
        int finest = BaseMap.MAX_ZOOM;
        return data.coast.land(finest).contains(finest, x, y)
                && !data.lakes(finest).contains(finest, x, y);
    }

    BufferedImage draw(Frame frame, Theme theme) {
        BufferedImage image = new BufferedImage(
                frame.width() * frame.scale(), frame.height() * frame.scale(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = canvas(image);
        try {
            Palette palette = Palette.of(theme);
            ground.paint(g, frame, palette);
            letters.paint(g, frame, palette);
        } finally {
            g.dispose();
        }
        return image;
    }

    static Graphics2D canvas(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        return g;
    }

    static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15)) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }
}
