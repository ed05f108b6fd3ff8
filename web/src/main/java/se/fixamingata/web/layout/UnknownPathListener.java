package se.fixamingata.web.layout;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.omnifaces.util.Beans;
import org.omnifaces.util.Faces;

/**
 * 404 for addresses below a page that takes no path parameter. FacesViews would show {@code /om} for {@code /om/whatever}, and the
 * start page for everything that nobody else answers.
 */
public class UnknownPathListener implements PhaseListener {

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        UIViewRoot view = event.getFacesContext().getViewRoot();
        String below = Faces.getRequestPathInfo();
        boolean page = view != null && !view.getViewId().startsWith("/WEB-INF/");
        if (page
                && below != null
                && !below.equals("/")
                && !Beans.getReference(PathPages.class).contain(view.getViewId())) {
            Faces.responseSendError(404, "No such page");
        }
    }
}
