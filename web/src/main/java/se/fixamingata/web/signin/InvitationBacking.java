package se.fixamingata.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.signin.InvitationState;
import se.fixamingata.signin.InvitationView;
import se.fixamingata.signin.JoinResult;
import se.fixamingata.signin.Joining;
import se.fixamingata.signin.session.Visitor;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** The page {@code /inbjudan/{token}}: somebody may work here, if they want to. */
@Named("invitation")
@RequestScoped
public class InvitationBacking {

    @Inject
    HttpServletRequest request;

    @Inject
    Joining joining;

    @Inject
    SignInDoor door;

    @Inject
    Names names;

    @Inject
    TextBean text;

    @Inject
    @Param(pathIndex = 0)
    String token;

    private InvitationView view;
    private List<FieldProblem> problems = List.of();

    /** Before rendering. */
    public void open() {
        HttpServletResponse response = Faces.getResponse();
        response.setHeader("Cache-Control", "private, no-store");
        // Not no-referrer: then browsers would send the button's POST without its origin, and the door would refuse it.
        response.setHeader("Referrer-Policy", "same-origin");
        if (request.getMethod().equals("POST") && accept(response)) {
            return;
        }
        view = joining.look(token);
        if (view.state() == InvitationState.UNKNOWN) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (view.state() != InvitationState.WAITING) {
            response.setStatus(HttpServletResponse.SC_GONE);
        }
    }

    private boolean accept(HttpServletResponse response) {
        JoinResult result = joining.accept(
                token,
                request.getParameter("name"),
                request.getParameter("password"),
                new Visitor(Browsers.name(request.getHeader("User-Agent")), false));
        if (result instanceof JoinResult.Opened opened) {
            door.enter(request, response, opened.done(), null);
            Faces.getContext().responseComplete();
            return true;
        }
        if (result instanceof JoinResult.Joined) {
            Faces.redirect("/logga-in?inbjudan=1");
            return true;
        }
        if (result instanceof JoinResult.Kept) {
            Faces.redirect("/logga-in?inbjudan=kvar");
            return true;
        }
        if (result instanceof JoinResult.Busy) {
            problems = List.of(new FieldProblem("password", "password.busy"));
            Crowd.answer(response);
        }
        if (result instanceof JoinResult.Invalid invalid) {
            problems = invalid.problems();
            response.setStatus(422);
        }
        return false;
    }

    public InvitationView getView() {
        return view;
    }

    /** {@code waiting}, {@code used}, {@code withdrawn}, {@code expired}, {@code unknown} or {@code truncated}. */
    public String getSituation() {
        return view.state() == InvitationState.UNKNOWN
                        && SecretToken.parse(token).isEmpty()
                ? "truncated"
                : view.state().code();
    }

    /** To what: {@code Forshaga kommun}; empty for the service itself. */
    public String getAuthority() {
        return view.authorityCode() == null ? "" : names.authority(view.authorityCode());
    }

    public String getAction() {
        return "/inbjudan/" + token;
    }

    /** The name as it was typed. */
    public String getName() {
        String typed = request.getParameter("name");
        return typed == null ? "" : typed;
    }

    /** The message for a field; empty when it is right. */
    public String problem(String field) {
        return problems.stream()
                .filter(one -> one.field().equals(field))
                .map(one -> text.format(one.key(), one.arguments()))
                .findFirst()
                .orElse("");
    }

    public boolean isWrong() {
        return !problems.isEmpty();
    }
}
