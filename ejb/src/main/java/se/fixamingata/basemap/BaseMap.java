package se.fixamingata.basemap;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import se.fixamingata.position.Position;

/**
 * The base layer of every map: our own tiles, drawn when first asked for and kept in memory.
 *
 * <p>A tile that several ask for at once is drawn once; two tiles are drawn at a time.
 */
@ApplicationScoped
public class BaseMap {

    /** Further out the country is a thumbnail. */
    public static final int MIN_ZOOM = 4;
    /** Further in the data have nothing to add. */
    public static final int MAX_ZOOM = 18;

    /** Some 3,000 tiles: what a town's map readers look at in a day. */
    private static final long CACHE_BYTES = 64L << 20;

    private static final int ENTRY_BYTES = 200;

    private final AsyncCache<Key, byte[]> tiles = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((Key key, byte[] png) -> png.length + ENTRY_BYTES)
            .buildAsync();
    private DrawingBoard board;

    /** For the container. */
    protected BaseMap() {}

    @Inject
    public BaseMap(DrawingBoard board) {
        this.board = board;
    }

    private record Key(int z, int x, int y, int scale, Theme theme) {}

    /** Whether there is such a tile. */
    public static boolean exists(int z, int x, int y) {
        return z >= MIN_ZOOM && z <= MAX_ZOOM && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z;
    }

    /** A word that changes when the tiles may have changed: data and style. */
    public String version() {
        return board.drawing().version();
    }

    /**
     * A PNG of 256 × scale pixels a side.
     *
     * @param z zoom, {@value #MIN_ZOOM} to {@value #MAX_ZOOM}
     * @param x column from the west
     * @param y row from the north
     * @param scale 1, or 2 for dense screens
     * @throws IllegalArgumentException when there is no such tile
     * @throws MapBusyException when too many others wait
     */
    public byte[] tile(int z, int x, int y, int scale, Theme theme) {
        if (!exists(z, x, y) || scale < 1 || scale > 2) {
            throw new IllegalArgumentException("No such tile: " + z + "/" + x + "/" + y + "@" + scale);
        }
        Key key = new Key(z, x, y, scale, theme);
        CompletableFuture<byte[]> mine = new CompletableFuture<>();
        CompletableFuture<byte[]> others = tiles.asMap().putIfAbsent(key, mine);
        if (others == null) {
            draw(key, mine);
            others = mine;
        }
        try {
            return others.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Whether the map shows dry land there, as exactly as its shapes are. */
    public boolean isDryLand(Position position) {
        return board.drawing().isDryLand(position);
    }

    /** In this thread; the others wait for the future. A failure is not kept: the cache drops failed futures by itself. */
    private void draw(Key key, CompletableFuture<byte[]> result) {
        try {
            Frame frame = Frame.tile(key.z(), key.x(), key.y(), key.scale());
            result.complete(board.inTurn(drawing -> Drawing.png(drawing.draw(frame, key.theme()))));
        } catch (RuntimeException failed) {
            result.completeExceptionally(failed);
        } catch (Error broken) {
            result.completeExceptionally(broken);
            throw broken;
        }
    }
}
