package se.fixamingata.web.integrationdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import se.fixamingata.open311.client.AttributeStyle;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.open311.wire.WireFormat;
import se.fixamingata.report.ReportStatus;

/** What there is to choose from about a server. */
@Named("serverChoices")
@ApplicationScoped
public class ServerChoices {

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
}
