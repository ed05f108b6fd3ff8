package se.fixamingata.demonstration;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import se.fixamingata.photo.IntakeResult;
import se.fixamingata.photo.PhotoIntake;
import se.fixamingata.photo.PreparedPhoto;

/** Takes the photos of the demonstration: draws each scene and sends the file through the same door as everybody's. */
final class Album {

    private static final int PAINTERS = 2;

    private final PhotoIntake intake;
    private final ExecutorService workers;

    /** @param workers lends the threads of the painters */
    Album(PhotoIntake intake, ExecutorService workers) {
        this.intake = intake;
        this.workers = workers;
    }

    /** The photos of each report that has any, in their order. */
    Map<PlannedReport, List<PreparedPhoto>> photos(List<PlannedReport> plans) {
        // A picture takes some ten megabytes while it is drawn and taken in: never more at once than there are
        // painters.
        List<Future<Map<PlannedReport, List<PreparedPhoto>>>> shares = new ArrayList<>();
        for (int i = 0; i < PAINTERS; i++) {
            int painter = i;
            shares.add(workers.submit(() -> share(plans, painter)));
        }
        Map<PlannedReport, List<PreparedPhoto>> taken = new IdentityHashMap<>();
        shares.forEach(share -> taken.putAll(result(share)));
        return taken;
    }

    private Map<PlannedReport, List<PreparedPhoto>> share(List<PlannedReport> plans, int painter) {
        Map<PlannedReport, List<PreparedPhoto>> taken = new IdentityHashMap<>();
        for (int i = painter; i < plans.size(); i += PAINTERS) {
            if (plans.get(i).photos() > 0) {
                taken.put(plans.get(i), photos(plans.get(i)));
            }
        }
        return taken;
    }

    private static <T> T result(Future<T> order) {
        try {
            return order.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A photo could not be drawn", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while drawing", stopping);
        }
    }

    private List<PreparedPhoto> photos(PlannedReport plan) {
        SplittableRandom random = new SplittableRandom(plan.seed());
        List<PreparedPhoto> photos = new ArrayList<>();
        for (int i = 0; i < plan.photos(); i++) {
            photos.add(photo(Photographer.take(plan.story().scene(), random.split())));
        }
        return photos;
    }

    private PreparedPhoto photo(BufferedImage picture) {
        try {
            Path file = Files.createTempFile("fixamingata-demonstration", ".jpg");
            try {
                ImageIO.write(picture, "jpeg", file.toFile());
                if (intake.accept("bild.jpg", file) instanceof IntakeResult.Accepted accepted) {
                    return accepted.photo();
                }
                throw new IllegalStateException("A drawn photo was refused");
            } finally {
                Files.delete(file);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
