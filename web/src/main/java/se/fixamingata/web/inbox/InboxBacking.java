package se.fixamingata.web.inbox;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Servlets;
import se.fixamingata.inbox.InboxAddress;
import se.fixamingata.inbox.InboxPage;
import se.fixamingata.inbox.InboxQuery;
import se.fixamingata.inbox.InboxView;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.desk.DeskAddress;
import se.fixamingata.web.security.CurrentCaller;

/**
 * The inbox. Whose it is and what it shows is kept as its address; everything else follows from that. An operator who has not said which
 * authority gets to choose one.
 */
@Named("inbox")
@ViewScoped
public class InboxBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentDesk desk;

    @Inject
    InboxQuery query;

    @Inject
    DeskAddress addresses;

    @Inject
    RowsPerPage rows;

    private final InboxModel model = new InboxModel(this);
    private String authorityCode;
    private String address = "";
    private String fingerprint = "";
    private transient List<String> ignored;
    private transient InboxView view;
    private transient InboxPage page;

    /** Reads the address. */
    public void open() {
        if (Servlets.getRequestURI(Faces.getRequest()).equals(InboxDoor.PAGE)) {
            String text = Faces.getRequest().getQueryString();
            Faces.redirect("/handlaggning" + (text == null ? "" : "?" + text));
        } else if (desk.find().isPresent() || !desk.hasChoice()) {
            authorityCode = desk.get().code();
            read(Faces.getRequest().getQueryString());
        }
    }

    /** Shows what a script asks for (parameter {@code query}). */
    public void show() {
        read(Faces.getRequestParameter("query"));
        InboxTable.place(view());
        model.setWrappedData(null);
    }

    /** Asks for the same again (parameter {@code quiet}: only if anything is different). */
    public void refresh() {
        String before = fingerprint;
        page = null;
        boolean same = load(view()).fingerprint().equals(before);
        boolean quiet = Faces.getRequestParameter("quiet") != null;
        InboxTable.tell("same", same);
        if (!same || !quiet) {
            model.setWrappedData(null);
            InboxTable.redraw();
        }
    }

    private void read(String text) {
        desk.stay(authorityCode);
        InboxAddress.Read read = addresses.read(authorityCode, text, rows.usual());
        ignored = read.ignored();
        view = read.view();
        page = null;
        address = InboxAddress.write(view);
    }

    InboxView view() {
        if (view == null) {
            List<String> told = ignored;
            read(address);
            ignored = told;
        }
        return view;
    }

    /** The page that the table is about to show; asked for once a request. */
    InboxPage load(InboxView wanted) {
        if (page != null && wanted.equals(view)) {
            return page;
        }
        desk.stay(authorityCode);
        page = query.page(caller.get(), wanted);
        view = wanted.onPage(page.page(), page.size());
        address = InboxAddress.write(view);
        fingerprint = page.fingerprint();
        if (FacesContext.getCurrentInstance().isPostback()) {
            InboxTable.tell("query", address);
            rows.choose(page.size());
        }
        return page;
    }

    /** What is counted, for what stands before the table. */
    InboxPage page() {
        if (page == null) {
            load(view());
        }
        return page;
    }

    public InboxModel getModel() {
        return model;
    }

    /** Whether an operator has to say first which authority is meant. */
    public boolean isChooser() {
        return authorityCode == null;
    }

    /** Names of the address's parameters that made no sense, or meant an authority that is not the caller's; empty when none did. */
    public String getIgnored() {
        return ignored == null ? "" : String.join(", ", ignored);
    }

    /** The address without the authority. */
    public String getAddress() {
        return address;
    }

    public String getAuthorityCode() {
        return authorityCode;
    }
}
