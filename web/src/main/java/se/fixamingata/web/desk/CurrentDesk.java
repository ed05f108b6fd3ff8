package se.fixamingata.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.preference.Preferences;
import se.fixamingata.web.security.CurrentCaller;

/**
 * The authority that this request is about: {@code ?a=forshaga} (name in addresses, code, or the whole name), else the one that the
 * caller used last, else the first that they work for. What may be done there the use cases decide.
 */
@Named("currentDesk")
@RequestScoped
public class CurrentDesk {

    private static final String LAST = "desk.authority";

    @Inject
    DeskAddress address;

    @Inject
    CurrentCaller caller;

    @Inject
    Authorities authorities;

    @Inject
    Preferences preferences;

    private Map<String, String> choices;
    private Optional<Authority> found;

    /** Empty for somebody who works for none, and for an operator who has not said which. */
    public Optional<Authority> find() {
        if (found == null) {
            found = caller.find().flatMap(this::decide);
        }
        return found;
    }

    private Optional<Authority> decide(Caller who) {
        String asked = address.asked().map(Authority::code).orElse(null);
        String last = choices().get(LAST);
        Optional<String> code = DeskChoice.of(who, asked, last);
        boolean chosen = asked != null && code.filter(asked::equals).isPresent() && !asked.equals(last);
        if (chosen && hasChoice()) {
            preferences.choose(who, LAST, asked);
        }
        return code.flatMap(authorities::find);
    }

    /** @throws NotPermitted when there is none */
    public Authority get() {
        return find().orElseThrow(NotPermitted::new);
    }

    /**
     * The authority with that code, for a page that remembers which it is about.
     *
     * @throws NotPermitted when the caller may see nothing of it
     */
    public void stay(String code) {
        Permissions.require(caller.get(), Right.VIEW, code);
        found = authorities.find(code);
    }

    /** Whether the address asks for an authority that the caller has no part in, or that there is not: they get their own instead. */
    public boolean isElsewhere() {
        return address.isNaming()
                && find().isPresent()
                && address.asked()
                        .filter(one -> one.code().equals(get().code()))
                        .isEmpty();
    }

    /** Whether the caller may do that here. */
    public boolean may(Right right) {
        return find().isPresent() && Permissions.may(caller.get(), right, get().code());
    }

    /** @throws NotPermitted when the caller may not do that here, or there is no here */
    public void require(Right right) {
        Permissions.require(caller.get(), right, get().code());
    }

    /** For pages: the name of a {@link Right}. */
    public boolean may(String right) {
        return may(Right.valueOf(right));
    }

    /** Whether the caller could sit at another desk. */
    public boolean hasChoice() {
        return caller.find()
                .filter(who -> who.operator() || who.memberships().size() > 1)
                .isPresent();
    }

    /** Whether that may be any authority of the country. */
    public boolean isAnywhere() {
        return caller.find().filter(Caller::operator).isPresent();
    }

    /** The authorities that the caller works for. */
    public List<Authority> getPlaces() {
        return caller.find().map(Caller::memberships).orElse(List.of()).stream()
                .map(Membership::authorityCode)
                .map(authorities::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** All authorities of the country by name, for who may sit anywhere. */
    public List<Authority> getEverywhere() {
        return isAnywhere() ? authorities.all() : List.of();
    }

    /** The name; empty when there is none. */
    public String getName() {
        return find().map(Authority::name).orElse("");
    }

    /** What an address says of it: {@code a=forshaga}. */
    public String getQuery() {
        return find().map(one -> DeskAddress.PARAMETER + "=" + one.slug()).orElse("");
    }

    /** The caller's own choices. */
    public Map<String, String> choices() {
        if (choices == null) {
            choices = caller.find().map(preferences::of).orElse(Map.of());
        }
        return choices;
    }
}
