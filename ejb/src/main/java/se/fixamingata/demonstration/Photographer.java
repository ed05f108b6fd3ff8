package se.fixamingata.demonstration;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;
import se.fixamingata.demonstration.Stage.Mood;

/** Draws a scene the way a hurried person takes a picture of it: a little crooked, a little grainy, darker in the corners. */
final class Photographer {

    private Photographer() {}

    static BufferedImage take(Scene scene, SplittableRandom random) {
        BufferedImage picture = new BufferedImage(Stage.WIDTH, Stage.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            Mood mood = mood(scene, random);
            g.setColor(mood.asphalt);
            g.fillRect(0, 0, Stage.WIDTH, Stage.HEIGHT);
            g.translate(Stage.WIDTH / 2.0, Stage.HEIGHT / 2.0);
            g.rotate((random.nextDouble() - 0.5) * 0.05);
            g.scale(1.06, 1.06);
            if (random.nextBoolean() && scene != Scene.SIGN) {
                g.scale(-1, 1);
            }
            g.translate(-Stage.WIDTH / 2.0, -Stage.HEIGHT / 2.0);
            draw(scene, new Stage(g, random, mood));
        } finally {
            g.dispose();
        }
        finish(picture, random);
        return picture;
    }

    private static Mood mood(Scene scene, SplittableRandom random) {
        return switch (scene) {
            case LAMP -> random.nextInt(3) == 0 ? Mood.DUSK : Mood.NIGHT;
            case ICE -> Mood.WINTER;
            default -> Stage.daylight(random);
        };
    }

    private static void draw(Scene scene, Stage stage) {
        switch (scene) {
            case LAMP -> StreetFurniture.lamp(stage);
            case SIGN -> StreetFurniture.sign(stage);
            case SIGNAL -> StreetFurniture.signal(stage);
            case SHELTER -> StreetFurniture.shelter(stage);
            case BIKES -> StreetFurniture.bikes(stage);
            case POTHOLE -> RoadScenes.pothole(stage);
            case PATH -> RoadScenes.path(stage);
            case ICE -> RoadScenes.ice(stage);
            case DRAIN -> RoadScenes.drain(stage);
            case WATER -> RoadScenes.water(stage);
            case GRAFFITI -> TownScenes.graffiti(stage);
            case BIN -> TownScenes.bin(stage);
            case LITTER -> TownScenes.litter(stage);
            case SWING -> TownScenes.swing(stage);
            case BENCH -> TownScenes.bench(stage);
            case TREE -> TownScenes.tree(stage);
        }
    }

    private static void finish(BufferedImage picture, SplittableRandom random) {
        Graphics2D g = picture.createGraphics();
        try {
            g.setPaint(new RadialGradientPaint(
                    Stage.WIDTH / 2f, Stage.HEIGHT / 2f, 720, new float[] {0.55f, 1}, new Color[] {
                        new Color(0, 0, 0, 0), new Color(0, 0, 0, 110)
                    }));
            g.fill(new Rectangle2D.Double(0, 0, Stage.WIDTH, Stage.HEIGHT));
        } finally {
            g.dispose();
        }
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        int warmth = random.nextInt(9) - 4;
        for (int i = 0; i < pixels.length; i++) {
            int grain = (int) (random.nextLong() >>> 60) - 8;
            int rgb = pixels[i];
            pixels[i] = channel((rgb >> 16 & 0xFF) + grain + warmth) << 16
                    | channel((rgb >> 8 & 0xFF) + grain) << 8
                    | channel((rgb & 0xFF) + grain - warmth);
        }
    }

    private static int channel(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
