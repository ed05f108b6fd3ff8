package se.fixamingata.web.oidc;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.staff.Staff;
import se.fixamingata.staff.StaffRow;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;

/** Whom a demand for a second factor would meet: how many of the staff have one already. */
@Named("staffFactors")
@RequestScoped
public class StaffFactors {

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    Staff staff;

    private List<StaffRow> everybody;

    private List<StaffRow> everybody() {
        if (everybody == null) {
            everybody = staff.list(callers.get(), desk.get().code());
        }
        return everybody;
    }

    public int getAll() {
        return everybody().size();
    }

    /** How many have none. */
    public long getMissing() {
        return everybody().stream().filter(row -> !row.secondFactor()).count();
    }
}
