package se.fixamingata.web.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Right;
import se.fixamingata.inbox.InboxView;
import se.fixamingata.web.desk.DeskAddress;

/** Which of whose reports an address means: the inbox's own parameters. */
@RequestScoped
public class ExportSelection {

    @Inject
    DeskAddress address;

    /** @param slug of the authority, for file names */
    record Chosen(InboxView view, String slug) {}

    /** Empty when the address names no authority whose reports the caller may take along. */
    Optional<Chosen> of(Caller caller, HttpServletRequest request) {
        return address.meant(caller, Right.EXPORT)
                .map(authority ->
                        new Chosen(address.reports(authority.code(), request.getQueryString()), authority.slug()));
    }
}
