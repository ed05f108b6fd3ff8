package se.fixamingata.incomingmail.reading;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether no human being wrote a mail for us (RFC 3834): answers of machines, mailing lists, and what a mail server says about a mail.
 * Several programs keep to no standard, so that some of their own habits are known here as well.
 */
public final class AutomaticMail {

    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply", "auto-reply");

    private static final Pattern SUBJECT = Pattern.compile(
            "(?iu)^(automatiskt svar|autosvar|auto(matisk)?[ -]?reply|autoreply|automatic reply"
                    + "|auto(matic)? response|autoresponse|frånvaro(meddelande|svar)?|frånvarande|out of (the )?office|ooo|svar vid frånvaro"
                    + "|semestersvar|utomhus från kontoret|inte på kontoret|vacation|away from (the )?office|autosvars?meddelande)\\b.*");

    private AutomaticMail() {}

    /** Whether a machine wrote it. */
    public static boolean is(ReadMail mail) {
        MailHeaders headers = mail.headers();
        return headers.first("Auto-Submitted").filter(how -> !isNo(how)).isPresent()
                || headers.first("Precedence")
                        .filter(how -> PRECEDENCES.contains(how.strip().toLowerCase(Locale.ROOT)))
                        .isPresent()
                || headers.has("X-Autoreply")
                || headers.has("X-Autorespond")
                || headers.has("X-Auto-Response-From")
                || headers.has("X-AutoReply-From")
                || headers.has("X-MS-Exchange-Inbox-Rules-Loop")
                || headers.says("X-MS-Exchange-Generated-Message-Source", "mailbox rules agent")
                || headers.has("X-FC-MachineGenerated")
                || headers.has("List-Id")
                || headers.says("Return-Path", "<>")
                || SUBJECT.matcher(mail.subject()).matches();
    }

    private static boolean isNo(String how) {
        return how.strip().toLowerCase(Locale.ROOT).matches("no(\\s*[;(].*)?");
    }
}
