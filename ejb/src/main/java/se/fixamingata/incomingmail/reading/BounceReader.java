package se.fixamingata.incomingmail.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what mail servers say about letters that they could not deliver: delivery status notifications (RFC 3464), and the letters of
 * servers that never heard of them, which are told by their sender and by the number of an error in their words.
 */
public final class BounceReader {

    private static final int STATUS_MAX = 64 * 1024;
    private static final int DIAGNOSIS_MAX = 900;

    private static final Pattern SENDER = Pattern.compile("^(mailer-daemon|postmaster|mail-daemon|maildaemon)@.*");

    private static final Pattern SUBJECT =
            Pattern.compile("(?iu)^(undeliver(able|ed)|returned mail|mail delivery (failed|failure|system)"
                    + "|delivery (status notification|failure|has failed)|failure notice|gick inte att leverera|kan inte leverera|olevererbart"
                    + "|oleverer(at|bar)|leveransfel|meddelandet kunde inte|det gick inte att leverera)\\b.*");

    /** RFC 3463, only what is for good; or an answer of SMTP. */
    private static final Pattern FINAL = Pattern.compile("(?m)^.*?(\\b5\\.\\d{1,3}\\.\\d{1,3}\\b|\\b55[0-4][ -]).*$");

    private BounceReader() {}

    /** What the mail says about a letter; empty when it says nothing of that kind. */
    public static Optional<Bounce> read(ReadMail mail) {
        return mail.parts().stream()
                .filter(part -> part.type().equals("message/delivery-status")
                        || part.type().equals("message/global-delivery-status"))
                .findFirst()
                .map(status -> standard(status, mail))
                .or(() -> homeMade(mail));
    }

    private static Bounce standard(MailPart status, ReadMail mail) {
        byte[] some = Arrays.copyOf(status.bytes(), Math.min(status.bytes().length, STATUS_MAX));
        // Groups of fields: the first is about the message, each other about one recipient. The worst of them counts.
        List<MailHeaders> recipients = Arrays.stream(new String(some, StandardCharsets.UTF_8)
                        .replace("\r", "")
                        .split("\n\\s*\n"))
                .map(BounceReader::fields)
                .filter(group -> group.has("Action") || group.has("Status"))
                .toList();
        Optional<MailHeaders> worst = recipients.stream()
                .filter(group -> kind(group) == Bounce.Kind.FAILED)
                .findFirst()
                .or(() -> recipients.stream().findFirst());
        return new Bounce(
                worst.map(BounceReader::kind).orElse(Bounce.Kind.DELAYED),
                recipients(recipients, worst.map(BounceReader::kind)),
                worst.map(BounceReader::diagnosis).orElse(""),
                letter(mail));
    }

    /** Of all who have fared as the one who fared worst: as we called them, and as they are called there. */
    private static List<String> recipients(List<MailHeaders> groups, Optional<Bounce.Kind> kind) {
        return groups.stream()
                .filter(group -> kind.equals(Optional.of(kind(group))))
                .flatMap(group -> Stream.of("Original-Recipient", "Final-Recipient")
                        .flatMap(field -> group.first(field).stream()))
                .map(BounceReader::address)
                .filter(address -> address.contains("@"))
                .distinct()
                .toList();
    }

    private static Bounce.Kind kind(MailHeaders group) {
        String action = group.first("Action").orElse("").toLowerCase(Locale.ROOT);
        if (action.startsWith("failed")) {
            return Bounce.Kind.FAILED;
        }
        if (action.startsWith("delivered") || action.startsWith("relayed") || action.startsWith("expanded")) {
            return Bounce.Kind.DELIVERED;
        }
        return action.isEmpty() && group.says("Status", "5.") ? Bounce.Kind.FAILED : Bounce.Kind.DELAYED;
    }

    /** {@code rfc822; name@example.se} */
    private static String address(String field) {
        return field.substring(field.indexOf(';') + 1).replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT);
    }

    private static String diagnosis(MailHeaders group) {
        String code = group.first("Diagnostic-Code")
                .map(text -> text.substring(text.indexOf(';') + 1))
                .or(() -> group.first("Status"))
                .orElse("");
        return line(code);
    }

    private static String line(String text) {
        String one = text.replaceAll("\\s+", " ").strip();
        return one.length() <= DIAGNOSIS_MAX ? one : one.substring(0, DIAGNOSIS_MAX);
    }

    /** The names of the letter that came back, or of its headers. */
    private static List<String> letter(ReadMail mail) {
        List<String> ids = new ArrayList<>();
        mail.parts().stream()
                .filter(part -> part.type().equals("message/rfc822")
                        || part.type().equals("text/rfc822-headers")
                        || part.type().equals("message/rfc822-headers")
                        || part.type().equals("message/global"))
                .map(part -> MailReader.read(Arrays.copyOf(part.bytes(), Math.min(part.bytes().length, STATUS_MAX))))
                .forEach(letter -> letter.messageId().ifPresent(ids::add));
        ids.addAll(mail.references());
        return ids;
    }

    private static MailHeaders fields(String group) {
        return MailReader.read((group.strip() + "\n\n").getBytes(StandardCharsets.UTF_8))
                .headers();
    }

    private static Optional<Bounce> homeMade(ReadMail mail) {
        boolean fromServer =
                mail.sender().filter(from -> SENDER.matcher(from).matches()).isPresent();
        boolean empty = mail.headers().says("Return-Path", "<>");
        if (!fromServer && !(empty && SUBJECT.matcher(mail.subject()).matches())) {
            return Optional.empty();
        }
        String words = mail.plain().or(() -> mail.html().map(HtmlText::read)).orElse("");
        words = words.length() <= STATUS_MAX ? words : words.substring(0, STATUS_MAX);
        Matcher reason = FINAL.matcher(words);
        boolean failed = reason.find();
        List<String> ids = new ArrayList<>(letter(mail));
        ids.addAll(MailAddresses.ids(words));
        return Optional.of(new Bounce(
                failed ? Bounce.Kind.FAILED : Bounce.Kind.DELAYED,
                MailAddresses.within(words),
                failed ? line(reason.group()) : line(mail.subject()),
                ids));
    }
}
