package se.fixamingata.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.signin.LinkState;
import se.fixamingata.signin.SignInLinks;

/** The page {@code /logga-in/{token}}, where the link in the mail leads. Looking signs nobody in; its button does. */
@Named("signInLink")
@RequestScoped
public class SignInLinkBacking {

    @Inject
    HttpServletRequest request;

    @Inject
    SignInLinks links;

    @Inject
    SignInDoor door;

    @Inject
    SignInBacking page;

    @Inject
    @Param(pathIndex = 0)
    String token;

    private LinkState state = LinkState.UNKNOWN;

    /** Before rendering. */
    public void open() {
        if (!page.isLink()) {
            return;
        }
        HttpServletResponse response = Faces.getResponse();
        // Not no-referrer: then browsers would send the button's POST without its origin, and the door would refuse it.
        response.setHeader("Referrer-Policy", "same-origin");
        if (request.getMethod().equals("POST")) {
            use(response);
        } else {
            state = links.look(token);
        }
        if (state == LinkState.UNKNOWN) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (state != LinkState.WAITING) {
            response.setStatus(HttpServletResponse.SC_GONE);
        }
    }

    private void use(HttpServletResponse response) {
        SignInLinks.Used used = links.use(token, Browsers.name(request.getHeader("User-Agent")));
        state = used.state();
        String target = used.target().flatMap(LocalTarget::parse).orElse(null);
        if (used.result().isEmpty()) {
            return;
        }
        if (door.enter(request, response, used.result().get(), target)) {
            Faces.getContext().responseComplete();
        } else {
            // Shut out by an operator; why is nobody's business who merely has the link.
            state = LinkState.EXPIRED;
        }
    }

    /** {@code waiting}, {@code used}, {@code expired}, {@code unknown} or {@code truncated}. */
    public String getSituation() {
        return state == LinkState.UNKNOWN && SecretToken.parse(token).isEmpty()
                ? "truncated"
                : state.name().toLowerCase(Locale.ROOT);
    }

    /** Where the button posts to: this address. The token has been recognised, so it holds no other characters. */
    public String getAction() {
        return "/logga-in/" + token;
    }
}
