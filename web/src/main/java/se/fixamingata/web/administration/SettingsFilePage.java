package se.fixamingata.web.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.administration.transfer.FileFault;
import se.fixamingata.administration.transfer.SettingChange;
import se.fixamingata.administration.transfer.SettingsTransfer;
import se.fixamingata.administration.transfer.TransferResult;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** The page {@code /handlaggning/installningar/fil}: what a file would change is shown first, and taken over when somebody says so. */
@Named("settingsFilePage")
@RequestScoped
public class SettingsFilePage {

    private static final String PATH = "/handlaggning/installningar/fil";
    private static final String DONE = "sparad";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    SettingsTransfer transfer;

    @Inject
    TextBean text;

    @Inject
    Names names;

    private String typed = "";
    private TransferResult result;
    private boolean changedMeanwhile;

    /** Before rendering. */
    public void open() {
        Caller caller = callers.get();
        String authority = desk.get().code();
        transfer.export(caller, authority);
        if (request.getMethod().equals("POST")) {
            receive(caller, authority);
        }
    }

    private void receive(Caller caller, String authority) {
        typed = Objects.requireNonNullElse(request.getParameter("fil"), "");
        if (typed.length() > SettingsTransfer.MOST) {
            typed = typed.substring(0, SettingsTransfer.MOST);
            result = new TransferResult.Refused(List.of(new FileFault("1", "transfer.long")));
        } else if ("apply".equals(request.getParameter("action"))) {
            String mark = Objects.requireNonNullElse(request.getParameter("mark"), "");
            result = transfer.takeOver(caller, authority, typed, mark);
            changedMeanwhile = result instanceof TransferResult.Compared;
        } else {
            result = transfer.compare(caller, authority, typed);
        }
        if (result instanceof TransferResult.TakenOver) {
            Faces.redirect(getAction() + "&klar=" + DONE);
        } else if (changedMeanwhile) {
            Faces.setResponseStatus(409);
        } else if (result instanceof TransferResult.Refused) {
            Faces.setResponseStatus(422);
        }
    }

    /** What was pasted, as it was pasted. */
    public String getTyped() {
        return typed;
    }

    /** What is wrong with the file, in words. */
    public List<String> getFaults() {
        return result instanceof TransferResult.Refused refused
                ? refused.faults().stream()
                        .map(fault -> text.of(
                                fault.place().matches("[0-9]+") ? "fil.fault.line" : "fil.fault.place",
                                fault.place(),
                                text.of(fault.problem())))
                        .toList()
                : List.of();
    }

    /** Whether the file was compared with what holds. */
    public boolean isCompared() {
        return result instanceof TransferResult.Compared;
    }

    public List<SettingChange> getChanges() {
        return result instanceof TransferResult.Compared compared ? compared.changes() : List.of();
    }

    /** What a change is about: a setting, and its category if it has one. */
    public String about(SettingChange change) {
        String setting = text.of("fil.setting." + change.setting());
        if (change.category().isEmpty()) {
            return setting;
        }
        String category = change.category().equals("*") ? text.of("tider.all") : names.category(change.category());
        return text.of("fil.setting.of", category, setting);
    }

    /** A value in words. */
    public String value(String value) {
        return switch (value) {
            case "" -> text.of("fil.value.none");
            case "true" -> text.of("fil.value.yes");
            case "false" -> text.of("fil.value.no");
            default -> value;
        };
    }

    public String getMark() {
        return result instanceof TransferResult.Compared compared ? compared.mark() : "";
    }

    /** Whether the settings were changed after the comparison that was agreed to. */
    public boolean isChangedMeanwhile() {
        return changedMeanwhile;
    }

    public boolean isDone() {
        return DONE.equals(request.getParameter("klar"));
    }

    public String getDownload() {
        return PATH + ".json?" + desk.getQuery();
    }

    public String getAction() {
        return PATH + "?" + desk.getQuery();
    }
}
