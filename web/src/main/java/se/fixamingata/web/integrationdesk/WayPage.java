package se.fixamingata.web.integrationdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import se.fixamingata.account.Caller;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integrationdesk.AlarmSettings;
import se.fixamingata.integrationdesk.IntegrationView;
import se.fixamingata.integrationdesk.settings.IntegrationAdministration;
import se.fixamingata.integrationdesk.settings.SettingsResult;
import se.fixamingata.integrationdesk.settings.WayForm;
import se.fixamingata.web.text.TextBean;

/** The settings of {@code /handlaggning/integration}: what was typed stands there until it is saved. */
@Named("wayPage")
@RequestScoped
public class WayPage {

    @Inject
    HttpServletRequest request;

    @Inject
    IntegrationAdministration administration;

    @Inject
    AlarmSettings alarms;

    @Inject
    TextBean text;

    private WayForm form;
    private SettingsFault fault = SettingsFault.NONE;

    /** Before rendering, when nothing was typed. */
    void open(IntegrationView view) {
        form = view.way();
    }

    /** @return whether it was saved */
    boolean receive(Caller caller, String authorityCode) {
        form = new WayForm(
                request.getParameter("channel"),
                request.getParameter("trustsMail") != null,
                request.getParameter("alarmHours"),
                request.getParameter("alarmEmail"),
                request.getParameter("seen"));
        SettingsResult result = administration.change(caller, authorityCode, form);
        fault = SettingsFault.of(result);
        if (result instanceof SettingsResult.Conflict conflict) {
            form = form.from(conflict.seen());
        }
        return fault.isNone();
    }

    public WayForm getForm() {
        return form;
    }

    public ChannelKind[] getChannels() {
        return ChannelKind.values();
    }

    /** The installation's hours until an alarm; 0 for never. */
    public int getUsualHours() {
        return alarms.hours();
    }

    /** Why it could not be saved. */
    public SettingsFault getFault() {
        return fault;
    }

    /** In words; empty when nothing is wrong with the field. */
    public String problem(String field) {
        return fault.problems().containsKey(field) ? text.of(fault.problems().get(field)) : "";
    }
}
