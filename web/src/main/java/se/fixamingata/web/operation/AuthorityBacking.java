package se.fixamingata.web.operation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.operatordesk.AuthorityAddress;
import se.fixamingata.operatordesk.AuthorityRow;
import se.fixamingata.operatordesk.CountryAuthorities;
import se.fixamingata.shared.Language;
import se.fixamingata.signin.Invitation;
import se.fixamingata.staff.Inviting;
import se.fixamingata.staff.InvitingResult;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The page {@code /drift/kommun/{slug}}: one authority, where its reports go, and its first administrator. */
@Named("authorityPage")
@RequestScoped
public class AuthorityBacking {

    private static final String PATH = "/drift/kommun/";
    private static final int TYPED_MAX = 300;

    @Inject
    @Param(pathIndex = 0)
    String slug;

    @Inject
    Typed typed;

    @Inject
    CurrentCaller callers;

    @Inject
    CountryAuthorities reading;

    @Inject
    AuthorityAddress addresses;

    @Inject
    Inviting inviting;

    @Inject
    TextBean text;

    private AuthorityRow row;
    private List<Invitation> waiting = List.of();
    private String problem = "";

    /** Before rendering. */
    public void open() {
        row = read();
        if (typed.isPost()) {
            String action = typed.text("action");
            problem = switch (action) {
                case "address" ->
                    addresses.register(callers.get(), row.code(), typed.text("epost"), (int) typed.number("version"));
                case "invite" -> invite();
                default -> throw new NotPermitted();
            };
            if (problem.isEmpty()) {
                Faces.redirect(PATH + row.slug() + "?klar=" + action);
                return;
            }
            row = read();
            Faces.setResponseStatus(problem.equals("kommuner.conflict") ? 409 : 422);
        }
        waiting = inviting.open(callers.get(), row.code());
    }

    private AuthorityRow read() {
        return Optional.ofNullable(slug)
                .flatMap(name -> reading.find(callers.get(), name))
                .orElseThrow(NotPermitted::new);
    }

    private String invite() {
        InvitingResult result =
                inviting.invite(callers.get(), row.code(), typed.text("ny"), Role.ADMINISTRATOR, Set.of(), Language.SV);
        if (result instanceof InvitingResult.Refused refused) {
            return refused.key();
        }
        return ((InvitingResult.Sent) result).invited().isEmpty() ? "kommuner.invite.there" : "";
    }

    public AuthorityRow getRow() {
        return row;
    }

    /** Invitations that nobody has accepted yet. */
    public List<Invitation> getWaiting() {
        return waiting;
    }

    /** What stands in the field: as it was typed, or as it is. */
    public String getEmail() {
        return getField().equals("epost") && !problem.isEmpty() ? cut("epost") : row.email();
    }

    /** As {@link #getEmail}. */
    public String getInvited() {
        return problem.isEmpty() ? "" : cut("ny");
    }

    private String cut(String field) {
        String value = typed.text(field);
        return value.length() > TYPED_MAX ? value.substring(0, TYPED_MAX) : value;
    }

    /** In words; empty when there is none. */
    public String getProblem() {
        return problem.isEmpty() ? "" : text.of(problem, cut(getField()));
    }

    /** The field that has to be mended. */
    public String getField() {
        return typed.text("action").equals("invite") ? "ny" : "epost";
    }

    /** What was just done, in words; empty for nothing. */
    public String getDone() {
        return switch (typed.text("klar")) {
            case "address" -> text.of("kommuner.done.address");
            case "invite" -> text.of("kommuner.done.invite");
            default -> "";
        };
    }

    public String getAction() {
        return PATH + row.slug();
    }
}
