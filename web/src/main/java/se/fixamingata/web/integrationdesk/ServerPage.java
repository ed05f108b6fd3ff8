package se.fixamingata.web.integrationdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Caller;
import se.fixamingata.integrationdesk.IntegrationAdministration;
import se.fixamingata.integrationdesk.IntegrationDesk;
import se.fixamingata.integrationdesk.ServerForm;
import se.fixamingata.integrationdesk.ServerSettings;
import se.fixamingata.integrationdesk.ServerTrial;
import se.fixamingata.integrationdesk.SettingsResult;
import se.fixamingata.integrationdesk.TrialCall;
import se.fixamingata.open311.client.AttributeStyle;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.open311.wire.WireFormat;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The page {@code /handlaggning/integration/anslutning}: the authority's server, how it is spoken to, and a trial. Stateless. */
@Named("serverPage")
@RequestScoped
public class ServerPage {

    private static final String PATH = IntegrationPage.PATH + "/anslutning";
    private static final ServerForm USUAL = new ServerForm(
            "", "", "XML", "BRACKETS", false, "fixed", "REQUESTS", false, "Europe/Stockholm", "", "", false);

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    IntegrationDesk reading;

    @Inject
    IntegrationAdministration administration;

    @Inject
    ServerTrial trial;

    @Inject
    TextBean text;

    private Optional<ServerSettings> kept = Optional.empty();
    private ServerForm form;
    private Map<String, String> problems = Map.of();
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
            case "server" -> {
                form = new ServerForm(
                        request.getParameter("url"),
                        request.getParameter("jurisdiction"),
                        request.getParameter("format"),
                        request.getParameter("attributeStyle"),
                        request.getParameter("extendedStatuses") != null,
                        request.getParameter("closedMeans"),
                        request.getParameter("updates"),
                        request.getParameter("sendsUpdates") != null,
                        request.getParameter("timeZone"),
                        request.getParameter("ownIdAttribute"),
                        request.getParameter("key"),
                        request.getParameter("withoutKey") != null);
                if (administration.change(caller, authority, form) instanceof SettingsResult.Invalid invalid) {
                    problems = invalid.problems();
                    Faces.setResponseStatus(422);
                } else {
                    Faces.redirect(getAction() + "&klar=sparad#prova");
                }
            }
            case "try" -> calls = trial.attempt(caller, authority);
            default -> Faces.setResponseStatus(400);
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

    public boolean isSaved() {
        return "sparad".equals(request.getParameter("klar"));
    }

    public WireFormat[] getFormats() {
        return WireFormat.values();
    }

    public AttributeStyle[] getStyles() {
        return AttributeStyle.values();
    }

    public UpdatesFrom[] getUpdates() {
        return UpdatesFrom.values();
    }

    /** The codes of what a bare "closed" may mean. */
    public List<String> getClosings() {
        return Stream.of(ReportStatus.FIXED, ReportStatus.NO_ACTION, ReportStatus.NOT_RESPONSIBLE)
                .map(ReportStatus::code)
                .toList();
    }

    /** Field → message key. */
    public Map<String, String> getProblems() {
        return problems;
    }

    /** In words; empty when nothing is wrong with the field. */
    public String problem(String field) {
        return problems.containsKey(field) ? text.of(problems.get(field)) : "";
    }
}
