package se.fixamingata.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Right;
import se.fixamingata.category.Categories;
import se.fixamingata.inbox.InboxAddress;
import se.fixamingata.inbox.InboxView;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;

/** What an address of the back office means: whose reports ({@code a=forshaga}), and which of them (the inbox's parameters). */
@RequestScoped
public class DeskAddress {

    /** The parameter of every back-office address that is about one authority: its name in addresses, its code, or the whole name. */
    public static final String PARAMETER = "a";

    @Inject
    HttpServletRequest request;

    @Inject
    Authorities authorities;

    @Inject
    Categories categories;

    /** Whether this request's address names an authority, one that there is or not. */
    public boolean isNaming() {
        String text = request.getParameter(PARAMETER);
        return text != null && !text.isBlank();
    }

    /** The authority that this request's address names; empty when it names none, or one that there is not. */
    public Optional<Authority> asked() {
        return isNaming() ? authorities.named(request.getParameter(PARAMETER).strip()) : Optional.empty();
    }

    /** The authority that another address of the inbox names, by its query. */
    public Optional<Authority> asked(String query) {
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(PARAMETER + "="))
                .findFirst()
                .flatMap(part -> authorities.bySlugOrCode(part.substring(PARAMETER.length() + 1)));
    }

    /**
     * The authority with whose reports something is to be done: the one that the address names, and only that. Who works for a single
     * one need not name it.
     *
     * @return empty when none is meant, or one where the caller may not do that
     */
    public Optional<Authority> meant(Caller caller, Right right) {
        String asked = asked().map(Authority::code).orElse(null);
        return DeskChoice.meant(caller, right, isNaming(), asked).flatMap(authorities::find);
    }

    /** The reports of that authority that a query of the inbox's means. */
    public InboxView reports(String authorityCode, String query) {
        return read(authorityCode, query, InboxView.SIZES.get(0)).view();
    }

    /** @param usual rows on a page, when the query does not say */
    public InboxAddress.Read read(String authorityCode, String query, int usual) {
        return InboxAddress.read(authorityCode, query, categories.codes(), usual);
    }
}
