package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Right;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.reading.CaseDossier;
import se.fixamingata.handling.reading.CaseReading;
import se.fixamingata.handling.reading.CaseView;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;

/** One report, for whoever works with it: reads everything, and shows what came of a form. */
@Named("casePage")
@RequestScoped
public class CasePage {

    @Inject
    CaseAddress address;

    @Inject
    CurrentCaller callers;

    @Inject
    CaseReading reading;

    @Inject
    CasePosting posting;

    @Inject
    PostedForm form;

    @Inject
    CaseTrail trail;

    @Inject
    CaseGone gone;

    @Inject
    CurrentDesk desk;

    @Inject
    @Param(pathIndex = 0)
    String number;

    private long id;
    private CaseDossier dossier;
    private CaseOutcome outcome = CaseOutcome.AGAIN;

    /** Before rendering. */
    public void open() throws IOException, ServletException {
        // A bigint has at most 19 digits; 18 keep clear of its end.
        if (number == null || !number.matches("[1-9]\\d{0,17}")) {
            throw new NotPermitted();
        }
        id = Long.parseLong(number);
        if (form.isPosted()) {
            receive();
            if (outcome.isDone()) {
                Faces.redirect(address.after(id, outcome));
                return;
            }
            Faces.setResponseStatus(outcome.conflict() != null || gone.isFound() ? 409 : form.isWrong() ? 422 : 200);
        }
        Optional<String> elsewhere = trail.turn(id);
        if (elsewhere.isPresent()) {
            Faces.redirect(elsewhere.get());
            return;
        }
        read();
    }

    /** Whatever the button was: who has lost the report while they wrote is told so, and gets back what they wrote. */
    private void receive() throws IOException, ServletException {
        try {
            outcome = posting.receive(id);
        } catch (NotPermitted refused) {
            if (!gone.find(id, form.version())) {
                throw refused;
            }
        }
    }

    private void read() {
        dossier = reading.open(Handler.of(callers.get()), id).orElse(null);
        if (dossier != null) {
            desk.stay(getReport().authorityCode());
        } else if (!gone.isFound() && !gone.find(id, form.isPosted() ? form.version() : address.leftAt())) {
            throw new NotPermitted();
        } else if (form.isPosted()) {
            Faces.setResponseStatus(409);
        }
    }

    public long getId() {
        return id;
    }

    /** Where its forms go. */
    public String getAction() {
        return address.of(id);
    }

    /** Null when it is gone from the caller's reach: somebody has handed it over while they wrote, or they have done so themselves. */
    public CaseView getReport() {
        return dossier == null ? null : dossier.report();
    }

    public CaseDossier getDossier() {
        return dossier;
    }

    public boolean isHandled() {
        return dossier != null && getReport().may(Right.HANDLE);
    }

    /** The version that the next form starts from. */
    public int getVersion() {
        return dossier == null ? 0 : getReport().version();
    }

    /** What came of the form that was sent. */
    public CaseOutcome getOutcome() {
        return outcome;
    }

    /** The action that was done just now; empty when none was. */
    public String getDone() {
        return address.done();
    }
}
