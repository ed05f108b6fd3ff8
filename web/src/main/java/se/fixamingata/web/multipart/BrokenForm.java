package se.fixamingata.web.multipart;

import java.io.IOException;

/** A body that cannot be read, by the fault of whoever sent it. */
public class BrokenForm extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;

    BrokenForm(String message, boolean tooLarge) {
        super(message);
        this.tooLarge = tooLarge;
    }

    BrokenForm(String message, Throwable cause) {
        super(message, cause);
        this.tooLarge = false;
    }

    /** Whether there is more of it than anybody needs. */
    public boolean isTooLarge() {
        return tooLarge;
    }
}
