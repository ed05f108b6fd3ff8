package se.fixamingata.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Faces;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.category.Category;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.NearestAddress;
import se.fixamingata.handling.call.CallResult;
import se.fixamingata.handling.call.NewCall;
import se.fixamingata.handling.call.OnBehalf;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.position.Position;
import se.fixamingata.report.Source;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.photo.FormPhotos;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.TextBean;

/** Reporting for somebody else: shows the form, searches its place, and sends it. */
@Named("callPage")
@RequestScoped
public class CallPage {

    private static final String PHOTOS = "photos";
    /** Sweden, for an authority that is no place. */
    private static final Position MIDDLE = Position.of(62.4, 16.3);

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    CallPlaces places;

    @Inject
    FormPhotos formPhotos;

    @Inject
    NearestAddress nearest;

    @Inject
    Boundaries boundaries;

    @Inject
    CategoryCatalogue catalogue;

    @Inject
    Municipalities municipalities;

    @Inject
    OnBehalf onBehalf;

    @Inject
    TextBean text;

    @Inject
    CurrentLanguage language;

    private CallForm form;
    private String authority;
    private final List<Problem> problems = new ArrayList<>();
    private List<CallPlaces.Hit> hits;
    private boolean filesCame;

    /** Before rendering. */
    public void open() throws IOException, ServletException {
        authority = desk.get().code();
        Permissions.require(callers.get(), Right.HANDLE, authority);
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
        var files = FormPhotos.chosen(request, PHOTOS);
        filesCame = !files.isEmpty();
        FormPhotos.Received received = formPhotos.receive(files);
        received.refusals().forEach(refusal -> problems.add(new Problem(PHOTOS, refusal)));
        CallResult result = problems.isEmpty()
                ? onBehalf.submit(
                        callers.get(),
                        new NewCall(
                                authority,
                                form.fields(address()),
                                form.answers(),
                                form.by(),
                                form.speaks(),
                                received.photos()))
                : new CallResult.Invalid(List.of());
        if (result instanceof CallResult.Reported reported) {
            Faces.redirect("/handlaggning/rapport/" + reported.reportId() + "?klar=call");
            return;
        }
        ((CallResult.Invalid) result)
                .problems()
                .forEach(p -> problems.add(new Problem(p.field(), text.format(p.key(), p.arguments(language.get())))));
        Faces.setResponseStatus(422);
    }

    /** May take up to 5 s; null when nobody knows, or the place is none in Sweden. */
    private String address() {
        Position place = form.place();
        return place == null || boundaries.locate(place).isEmpty()
                ? null
                : nearest.at(place).orElse(null);
    }

    public CallForm getForm() {
        return form;
    }

    /** The address that the form goes to. */
    public String getAction() {
        return "/handlaggning/rapportera?" + desk.getQuery();
    }

    public List<Problem> getProblems() {
        return problems;
    }

    /** The first thing that is wrong with a field; empty when nothing is. */
    public String problem(String field) {
        return Problem.at(field, problems);
    }

    /** What the search has found; null when nothing was searched. */
    public List<CallPlaces.Hit> getHits() {
        return hits;
    }

    public boolean isPlaced() {
        return form.place() != null;
    }

    /** Where the map opens: at the place, else at the authority's own. */
    public Position getCentre() {
        return form.place() != null
                ? form.place()
                : municipalities.find(authority).map(Municipality::centre).orElse(MIDDLE);
    }

    /** How close: a place, a municipality, the country. */
    public int getZoom() {
        return form.place() != null ? 16 : municipalities.find(authority).isPresent() ? 12 : 5;
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
        return filesCame;
    }
}
