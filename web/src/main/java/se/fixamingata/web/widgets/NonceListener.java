package se.fixamingata.web.widgets;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.primefaces.PrimeFaces;

/**
 * Tells PrimeFaces' scripts in the browser the page's nonce: they put it on what they evaluate, and into every Faces form as the field
 * that {@link PageNonce} reads. Again at every answer to PrimeFaces' ajax, which may bring new forms. Only a page with {@code h:head}
 * hears of it.
 */
public class NonceListener implements PhaseListener {

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        if (!isOfFaces(context)) {
            PageNonce.of(context).ifPresent(NonceListener::tell);
        }
    }

    private static void tell(String nonce) {
        PrimeFaces.current().executeInitScript("if(window.PrimeFaces){PrimeFaces.csp.init('" + nonce + "');}");
    }

    /** Ajax of Faces' own ({@code f:ajax}): it would run the script by {@code eval}, which the policy forbids. jQuery's has the header. */
    private static boolean isOfFaces(FacesContext context) {
        return context.getPartialViewContext().isAjaxRequest()
                && !context.getExternalContext().getRequestHeaderMap().containsKey("X-Requested-With");
    }
}
