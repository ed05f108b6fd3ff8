package se.fixamingata.web.handling;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /handlaggning/ansvariga}: the names to choose from when a report is handed over, fetched when somebody is about to. */
@WebServlet("/handlaggning/ansvariga")
public class AuthorityListServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AuthorityNames names;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonArrayBuilder all = Json.createArrayBuilder();
        names.getAll().forEach(all::add);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "private, max-age=300");
        response.getWriter().write(all.build().toString());
    }
}
