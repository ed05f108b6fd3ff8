package se.fixamingata.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Right;
import se.fixamingata.category.Category;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.report.Source;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.problem.Problem;

/** Reporting for somebody else: shows the form, and does what its buttons say. */
@Named("callPage")
@RequestScoped
public class CallPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentDesk desk;

    @Inject
    CallPlaces places;

    @Inject
    CallPosting posting;

    @Inject
    CategoryCatalogue catalogue;

    private CallForm form;
    private String authority;
    private CallPosting.Outcome outcome = CallPosting.Outcome.NOTHING;
    private List<CallPlaces.Hit> hits;

    /** Before rendering. */
    public void open() throws IOException, ServletException {
        desk.require(Right.HANDLE);
        authority = desk.get().code();
        form = CallForm.of(request);
        if (!request.getMethod().equals("POST")) {
            return;
        }
        if ("search".equals(request.getParameter("action"))) {
            search();
        } else if ("send".equals(request.getParameter("action"))) {
            send();
        }
    }

    private void search() {
        hits = places.find(form.search());
        if (hits.size() == 1 && hits.get(0).exact()) {
            form = form.at(hits.get(0).lat(), hits.get(0).lon());
        }
    }

    private void send() throws IOException, ServletException {
        outcome = posting.send(request, form, authority);
        if (outcome.reportId() != null) {
            Faces.redirect("/handlaggning/rapport/" + outcome.reportId() + "?klar=call");
        } else {
            Faces.setResponseStatus(422);
        }
    }

    public CallForm getForm() {
        return form;
    }

    /** The address that the form goes to. */
    public String getAction() {
        return "/handlaggning/rapportera?" + desk.getQuery();
    }

    public List<Problem> getProblems() {
        return outcome.problems();
    }

    /** The first thing that is wrong with a field; empty when nothing is. */
    public String problem(String field) {
        return Problem.at(field, outcome.problems());
    }

    /** What the search has found; null when nothing was searched. */
    public List<CallPlaces.Hit> getHits() {
        return hits;
    }

    /** Whose desk it is: the authority that was called. */
    public String getAuthority() {
        return authority;
    }

    /** Trafikverket takes state roads only. */
    public List<Category> getCategories() {
        boolean stateRoads = Authority.STATE_ROADS.equals(authority);
        return catalogue.availableIn(authority).stream()
                .filter(one -> !stateRoads || one.code().equals(Category.STATE_ROAD))
                .toList();
    }

    public List<Source> getSources() {
        return CallForm.SOURCES;
    }

    public boolean isFilesLost() {
        return outcome.filesLost();
    }
}
