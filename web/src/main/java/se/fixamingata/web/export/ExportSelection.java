package se.fixamingata.web.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.inbox.InboxAddress;
import se.fixamingata.inbox.InboxView;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;

/** Which of whose reports an address means: the inbox's own parameters. */
@RequestScoped
public class ExportSelection {

    @Inject
    Authorities authorities;

    @Inject
    Categories categories;

    /** @param slug of the authority, for file names */
    record Chosen(InboxView view, String slug) {}

    /** Empty when the address names no authority whose reports the caller may take along. */
    Optional<Chosen> of(Caller caller, HttpServletRequest request) {
        return authority(caller, request.getParameter("a"))
                .filter(authority -> Permissions.may(caller, Right.EXPORT, authority.code()))
                .map(authority -> new Chosen(view(authority, request.getQueryString()), authority.slug()));
    }

    /** Who works for one authority need not name it. */
    private Optional<Authority> authority(Caller caller, String named) {
        if (named != null) {
            return authorities.bySlugOrCode(named);
        }
        return caller.memberships().size() == 1
                ? authorities.find(caller.memberships().get(0).authorityCode())
                : Optional.empty();
    }

    private InboxView view(Authority authority, String query) {
        return InboxAddress.read(
                        authority.code(),
                        query,
                        categories.all().stream().map(Category::code).collect(Collectors.toSet()),
                        InboxView.SIZES.get(0))
                .view();
    }
}
