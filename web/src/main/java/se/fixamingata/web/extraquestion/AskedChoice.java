package se.fixamingata.web.extraquestion;

import java.util.List;

/**
 * An answer to choose from.
 *
 * @param foreign whether the name is Swedish on an English page
 * @param stop whom to call instead, in pieces; empty for an ordinary choice
 * @param stopForeign whether that is Swedish on an English page
 */
public record AskedChoice(
        String code, String name, boolean foreign, List<PhoneWords> stop, boolean stopForeign, boolean chosen) {

    public AskedChoice {
        stop = List.copyOf(stop);
    }
}
