package se.fixamingata.web.integrationdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.integrationdesk.IntegrationDesk;
import se.fixamingata.integrationdesk.settings.ServerAdministration;
import se.fixamingata.integrationdesk.settings.ServerForm;
import se.fixamingata.integrationdesk.settings.ServerSettings;
import se.fixamingata.integrationdesk.settings.ServerTrial;
import se.fixamingata.integrationdesk.settings.SettingsResult;
import se.fixamingata.integrationdesk.settings.TrialCall;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The page {@code /handlaggning/integration/anslutning}: the authority's server, how it is spoken to, and a trial. Stateless. */
@Named("serverPage")
@RequestScoped
public class ServerPage {

    private static final String PATH = IntegrationPage.PATH + "/anslutning";
    private static final ServerForm USUAL = new ServerForm(
            "", "", "XML", "BRACKETS", false, "fixed", "REQUESTS", false, "Europe/Stockholm", "", "", false, "");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    IntegrationDesk reading;

    @Inject
    ServerAdministration administration;

    @Inject
    ServerTrial trial;

    @Inject
    TextBean text;

    private Optional<ServerSettings> kept = Optional.empty();
    private ServerForm form;
    private SettingsFault fault = SettingsFault.NONE;
    private List<TrialCall> calls = List.of();

    /** Before rendering. */
    public void open() {
        Caller caller = callers.get();
        String authority = desk.get().code();
        kept = reading.server(caller, authority);
        if (request.getMethod().equals("POST")) {
            receive(caller, authority);
        }
        if (form == null) {
            form = kept.map(ServerSettings::form).orElse(USUAL);
        }
    }

    private void receive(Caller caller, String authority) {
        switch (Objects.requireNonNullElse(request.getParameter("action"), "")) {
            case "server" -> save(caller, authority);
            case "try" -> {
                form = ServerFormReading.of(request);
                calls = trial.attempt(caller, authority);
            }
            default -> Faces.setResponseStatus(400);
        }
    }

    private void save(Caller caller, String authority) {
        form = ServerFormReading.of(request);
        SettingsResult result = administration.change(caller, authority, form);
        fault = SettingsFault.of(result);
        if (result instanceof SettingsResult.Conflict conflict) {
            form = form.from(conflict.seen());
            kept = reading.server(caller, authority);
        } else if (fault.isNone()) {
            Faces.redirect(getAction() + "&klar=sparad#prova");
        }
    }

    public String getAction() {
        return PATH + "?" + desk.getQuery();
    }

    public String getBack() {
        return IntegrationPage.PATH + "?" + desk.getQuery();
    }

    public ServerForm getForm() {
        return form;
    }

    public boolean isRegistered() {
        return kept.isPresent();
    }

    public boolean isKeyKept() {
        return kept.filter(ServerSettings::keyKept).isPresent();
    }

    /** What the trial did; empty unless the button was pressed. */
    public List<TrialCall> getCalls() {
        return calls;
    }

    /** Whether something else was tried than what stands in the form. */
    public boolean isUnsaved() {
        return !calls.isEmpty()
                && kept.map(ServerSettings::form).filter(form::isOtherThan).isPresent();
    }

    public boolean isSaved() {
        return "sparad".equals(request.getParameter("klar"));
    }

    /** Why it could not be saved. */
    public SettingsFault getFault() {
        return fault;
    }

    /** As {@link #problem}. A key that was typed is never shown, so that whoever has to save again must be told to write it again. */
    public String getKeyProblem() {
        boolean dropped = request.getMethod().equals("POST") && !form.key().isEmpty();
        return dropped && problem("key").isEmpty() ? text.of("integration.server.key.dropped") : problem("key");
    }

    /** In words; empty when nothing is wrong with the field. */
    public String problem(String field) {
        return fault.problems().containsKey(field) ? text.of(fault.problems().get(field)) : "";
    }
}
