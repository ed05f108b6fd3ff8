package se.fixamingata.web.operation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.operatordesk.BlockDesk;
import se.fixamingata.operatordesk.BlockedLine;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The page {@code /drift/sparrade}: addresses that may not report, comment or subscribe. */
@Named("blockedPage")
@RequestScoped
public class BlockedPage {

    private static final String PATH = "/drift/sparrade";
    private static final int TYPED_MAX = 300;

    @Inject
    Typed typed;

    @Inject
    CurrentCaller callers;

    @Inject
    BlockDesk desk;

    @Inject
    TextBean text;

    private List<BlockedLine> lines = List.of();
    private String problem = "";

    /** Before rendering. */
    public void open() {
        if (typed.isPost()) {
            problem = switch (typed.text("action")) {
                case "block" ->
                    desk.block(callers.get(), typed.text("epost"), typed.text("orsak"), (int)
                            Math.min(typed.number("dagar"), Integer.MAX_VALUE));
                case "lift" -> desk.lift(callers.get(), typed.number("id")) ? "" : "sparrade.gone";
                default -> throw new NotPermitted();
            };
            if (problem.isEmpty()) {
                Faces.redirect(PATH + "?klar=1");
                return;
            }
            Faces.setResponseStatus(422);
        }
        lines = desk.list(callers.get());
    }

    public List<BlockedLine> getLines() {
        return lines;
    }

    public List<Integer> getDays() {
        return BlockDesk.DAYS;
    }

    /** Whether that is the time that was chosen. */
    public boolean isChosen(int days) {
        return typed.number("dagar") == days;
    }

    /** What was typed. */
    public String getEmail() {
        return cut("epost");
    }

    /** As {@link #getEmail}. */
    public String getReason() {
        return cut("orsak");
    }

    private String cut(String field) {
        String value = typed.text(field);
        return value.length() > TYPED_MAX ? value.substring(0, TYPED_MAX) : value;
    }

    /** In words; empty when there is none. */
    public String getProblem() {
        return problem.isEmpty() ? "" : text.of(problem);
    }

    /** What is wrong with that field, in words; empty for nothing. */
    public String problem(String field) {
        return getField().equals(field) ? getProblem() : "";
    }

    /** The field that has to be mended. */
    public String getField() {
        return switch (problem) {
            case "sparrade.reason-missing" -> "orsak";
            case "sparrade.days-missing" -> "dagar";
            default -> "epost";
        };
    }

    public boolean isDone() {
        return typed.text("klar").equals("1");
    }
}
