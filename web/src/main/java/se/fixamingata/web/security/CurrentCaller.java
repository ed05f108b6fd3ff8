package se.fixamingata.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;

/** Who is signed in, as it was decided for this request before any page was asked. */
@Named("caller")
@RequestScoped
public class CurrentCaller {

    /** Request attribute with the {@link Caller}; absent for nobody. */
    public static final String ATTRIBUTE = "fmg.caller";

    /** Request attribute with a way to find the {@link Caller} for answers that seldom need one, photos for example. */
    public static final String LOOKUP = "fmg.caller.lookup";

    @Inject
    HttpServletRequest request;

    /** Empty for nobody. */
    public Optional<Caller> find() {
        if (request.getAttribute(LOOKUP) instanceof Supplier<?> lookup) {
            request.removeAttribute(LOOKUP);
            ((Optional<?>) lookup.get()).ifPresent(found -> request.setAttribute(ATTRIBUTE, found));
        }
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /** @throws NotPermitted when nobody is signed in */
    public Caller get() {
        return find().orElseThrow(NotPermitted::new);
    }

    public boolean isSignedIn() {
        return find().isPresent();
    }

    /** Whether there is any back office for this person. */
    public boolean isStaff() {
        return find().filter(Caller::isStaff).isPresent();
    }

    /** In words; null for nobody. */
    public String getName() {
        return find().map(Caller::name).orElse(null);
    }

    /** Null for nobody. */
    public Long getAccountId() {
        return find().map(Caller::accountId).orElse(null);
    }
}
