package se.fixamingata.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import se.fixamingata.inbox.DeskFigure;
import se.fixamingata.inbox.DeskFigures;
import se.fixamingata.inbox.InboxRow;
import se.fixamingata.inbox.InboxView;
import se.fixamingata.incomingmail.MailLine;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.desk.WaitingMail;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The start page of the back office: what is stuck, worst first. */
@Named("deskStart")
@RequestScoped
public class DeskStartBacking {

    private static final String MAIL = "/handlaggning/integration/post";

    @Inject
    DeskFigures desk;

    @Inject
    CurrentDesk where;

    @Inject
    CurrentCaller caller;

    @Inject
    WaitingMail mail;

    @Inject
    TextBean text;

    private List<DeskFigure> figures = List.of();

    /** Counts; an operator who has not said which authority gets to choose one. */
    public void open() {
        if (where.find().isPresent() || !where.hasChoice()) {
            figures = desk.of(caller.get(), where.get().code());
        }
    }

    public boolean isChooser() {
        return where.find().isEmpty();
    }

    public List<DeskFigure> getStuck() {
        return figures.stream().filter(figure -> figure.count() > 0).toList();
    }

    /** What is as it should be. */
    public List<DeskFigure> getQuiet() {
        return figures.stream().filter(figure -> figure.count() == 0).toList();
    }

    /** How many mails wait for approval; empty for none. */
    public String getMail() {
        return mail.getWaiting();
    }

    public String getMailLink() {
        return MAIL + "?" + where.getQuery();
    }

    /** Where one of them is decided about. */
    public String link(MailLine line) {
        return MAIL + "/" + line.id() + "?" + where.getQuery();
    }

    /** Whether nothing waits for anybody. */
    public boolean isCalm() {
        return !isChooser() && getStuck().isEmpty() && getMail().isEmpty();
    }

    /** How many, in words; a country's worth is more than anybody counts. */
    public String count(DeskFigure figure) {
        String count = text.number(figure.count());
        return figure.count() < InboxView.EXACT_UP_TO ? count : count + "+";
    }

    /** Whether there are others than those shown. */
    public boolean isMore(DeskFigure figure) {
        return figure.count() > figure.oldest().size();
    }

    /** Whether it counts reports by their deadlines. */
    public boolean isByDeadline(DeskFigure figure) {
        return switch (figure.kind()) {
            case VERY_LATE, LATE, SOON -> true;
            default -> false;
        };
    }

    /** Since when it has been waiting so. */
    public Instant since(DeskFigure figure, InboxRow row) {
        return switch (figure.kind()) {
            case NEWS -> row.newsAt();
            case BACK -> row.waitingUntil();
            case UNDELIVERED, VERY_LATE, OVERDUE, LATE, NEW, SOON, MINE -> row.confirmedAt();
        };
    }

    /** The inbox with just these. */
    public String link(DeskFigure figure) {
        return "/handlaggning?" + where.getQuery() + "&" + figure.query();
    }
}
