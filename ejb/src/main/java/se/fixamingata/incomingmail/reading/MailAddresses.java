package se.fixamingata.incomingmail.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;

/** Addresses and names of messages out of headers that anybody may have written. */
final class MailAddresses {

    /** Nobody's list of addresses is longer in a mail that is meant for us. */
    private static final int LENGTH_MAX = 20_000;

    /** Only names have them; mime4j counts them as one byte each. */
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");

    private static final int MOST = 200;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,300}>");

    /** Possessive on both sides, so that long nonsense is read once. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\w.%+-])[\\w.%+-]{1,64}+@[a-zA-Z0-9-]{1,63}+(?:\\.[a-zA-Z0-9-]{1,63}+){1,8}+");

    private MailAddresses() {}

    /** In lower case, without names; what is no address is left out. */
    static List<String> of(List<String> headers) {
        return headers.stream()
                .map(header -> header.length() <= LENGTH_MAX ? header : header.substring(0, LENGTH_MAX))
                .flatMap(header -> boxes(header))
                .filter(box -> box.getLocalPart() != null && box.getDomain() != null)
                .map(box -> (box.getLocalPart() + "@" + box.getDomain()).toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Stream<Mailbox> boxes(String header) {
        try {
            return LenientAddressParser.DEFAULT
                    .parseAddressList(NOT_ASCII.matcher(header).replaceAll("?"))
                    .flatten()
                    .stream();
        } catch (RuntimeException unreadable) {
            return Stream.empty();
        }
    }

    /** In lower case, out of words of whatever kind. */
    static List<String> within(String words) {
        return ADDRESS.matcher(words)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Names of messages, with angle brackets, each once. */
    static List<String> ids(String headers) {
        String some = headers.length() <= LENGTH_MAX ? headers : headers.substring(0, LENGTH_MAX);
        return MESSAGE_ID
                .matcher(some)
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
