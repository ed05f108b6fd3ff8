package se.fixamingata.open311.server;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * Why a client does not get what it asked for. English, for whoever writes or runs the client; names the argument where there is one.
 * Whoever throws it inside a transaction has changed nothing.
 */
@ApplicationException(rollback = true)
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final List<String> descriptions;

    /**
     * @param status HTTP status, which is the error's code too
     * @param descriptions what is wrong, one sentence for each thing; at least one
     */
    public Refusal(int status, List<String> descriptions) {
        super(status + " " + descriptions);
        this.status = status;
        this.descriptions = List.copyOf(descriptions);
    }

    /** 400: an argument is missing or cannot be understood. */
    public static Refusal bad(String description) {
        return new Refusal(400, List.of(description));
    }

    /** 403: no key, a bad one, or one that does not open this. */
    public static Refusal forbidden(String description) {
        return new Refusal(403, List.of(description));
    }

    /** 404: there is no such thing, or none that this client may know of. */
    public static Refusal unknown(String description) {
        return new Refusal(404, List.of(description));
    }

    public int status() {
        return status;
    }

    public List<String> descriptions() {
        return descriptions;
    }

    /** The body of the answer. */
    public byte[] body(AnswerFormat format) {
        return AnswerWriter.bytes(format, out -> {
            out.beginList("errors", "error");
            for (String description : descriptions) {
                out.beginItem();
                out.number("code", status);
                out.text("description", description);
                out.end();
            }
            out.end();
        });
    }
}
