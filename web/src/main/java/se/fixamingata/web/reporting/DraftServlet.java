package se.fixamingata.web.reporting;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.DraftDesk;
import se.fixamingata.submission.DraftFields;
import se.fixamingata.web.security.CurrentLanguage;

/**
 * {@code POST /rapportera/utkast}: keeps what has been typed so far, at every change. Answers {@code {"saved":true,"address":"…"}}; the
 * address is looked up after everything is kept, because it may take a while.
 */
@WebServlet("/rapportera/utkast")
@MultipartConfig(maxRequestSize = 1 << 20)
public class DraftServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient DraftKeeper keeper;

    @Inject
    transient DraftDesk desk;

    @Inject
    transient AddressLookup addresses;

    @Inject
    transient CurrentLanguage language;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language reporters = language.get();
        DraftFields fields = FormFields.of(request);
        SecretToken draft = keeper.keep(request, response, fields, reporters);
        DraftFields kept = keeper.kept(draft, fields);
        DraftFields addressed = request.getParameter("lookup") == null ? kept : addresses.complete(kept);
        if (addressed != kept) {
            desk.addAddress(draft, addressed);
        }
        JsonObjectBuilder answer = Json.createObjectBuilder().add("saved", true);
        if (addressed.address() != null) {
            answer.add("address", addressed.address());
        }
        JsonAnswer.send(response, answer);
    }
}
