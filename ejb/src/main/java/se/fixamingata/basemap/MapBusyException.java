package se.fixamingata.basemap;

/** Too many pictures are asked for at once; the same request may succeed in a moment. */
public class MapBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MapBusyException(String message) {
        super(message);
    }
}
