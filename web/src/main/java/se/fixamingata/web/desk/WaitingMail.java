package se.fixamingata.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import se.fixamingata.incomingmail.MailFolder;
import se.fixamingata.incomingmail.MailLine;
import se.fixamingata.incomingmail.MailQueue;
import se.fixamingata.municipality.Authority;
import se.fixamingata.web.security.CurrentCaller;

/** How many mails wait for somebody to decide, told on every page of the back office. Asked once a request. */
@Named("waitingMail")
@RequestScoped
public class WaitingMail {

    private static final int SHOWN = 5;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentDesk desk;

    @Inject
    MailQueue queue;

    private String waiting;
    private List<MailLine> oldest;

    /** At this desk: {@code 7} or {@code 99+}; empty for none. */
    public String getWaiting() {
        if (waiting == null) {
            waiting = desk.find()
                    .map(Authority::code)
                    .map(code -> words(queue.waiting(caller.get(), Optional.of(code))))
                    .orElse("");
        }
        return waiting;
    }

    /** For the operator. */
    String getWaitingForOperator() {
        return words(queue.waiting(caller.get(), Optional.empty()));
    }

    /** The longest waiting at this desk, at most five. */
    public List<MailLine> getOldest() {
        if (oldest == null) {
            oldest = getWaiting().isEmpty()
                    ? List.of()
                    : queue.list(caller.get(), desk.find().map(Authority::code), MailFolder.WAITING, 0).stream()
                            .limit(SHOWN)
                            .toList();
        }
        return oldest;
    }

    private static String words(int count) {
        if (count == 0) {
            return "";
        }
        return count < MailQueue.COUNTED ? String.valueOf(count) : MailQueue.COUNTED - 1 + "+";
    }
}
