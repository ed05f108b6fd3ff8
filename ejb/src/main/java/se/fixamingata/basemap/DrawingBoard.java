package se.fixamingata.basemap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import se.fixamingata.geography.Shapes;

/** The one drawing of the program, made at first use, and the limit on how many pictures are drawn at once. */
@ApplicationScoped
public class DrawingBoard {

    /** Drawing is all processor and canvas: more at once would only be slower, and cost memory. */
    static final int AT_ONCE = 2;

    private static final long PATIENCE_SECONDS = 15;

    /**
     * Who waits here holds one of the server's 64 request threads. A wide screen asks for this many tiles at once; more must not wait,
     * else somebody who asks for hundreds of cold ones takes the pages of everybody else with them.
     */
    static final int MOST_WAITING = 48;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Semaphore room = new Semaphore(AT_ONCE + MOST_WAITING);
    private Shapes shapes;
    private volatile Drawing drawing;

    /** For the container. */
    protected DrawingBoard() {}

    @Inject
    public DrawingBoard(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Reads and prepares the shapes if nobody has yet; takes some seconds the first time. */
    Drawing drawing() {
        Drawing known = drawing;
        return known != null ? known : prepare();
    }

    private synchronized Drawing prepare() {
        if (drawing == null) {
            drawing = new Drawing(new MapData(shapes));
        }
        return drawing;
    }

    /**
     * Draws when it is this caller's turn.
     *
     * @throws MapBusyException when {@value #MOST_WAITING} others wait already, or the turn does not come in
     *     {@value #PATIENCE_SECONDS} seconds
     */
    <T> T inTurn(Function<Drawing, T> work) {
        Drawing ready = drawing();
        if (!room.tryAcquire()) {
            throw new MapBusyException(MOST_WAITING + " wait already");
        }
        try {
            return whenFree(ready, work);
        } finally {
            room.release();
        }
    }

    private <T> T whenFree(Drawing ready, Function<Drawing, T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new MapBusyException("No turn to draw in " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new MapBusyException("Interrupted while waiting to draw");
        }
        try {
            return work.apply(ready);
        } finally {
            places.release();
        }
    }
}
