package se.fixamingata.web.personal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.fixamingata.personal.PersonalExport;
import se.fixamingata.web.security.CurrentCaller;

/** {@code /konto/uppgifter/fixamingata.json}: all that is stored about whoever asks, as a file. */
@WebServlet(name = "personalExport", urlPatterns = "/konto/uppgifter/fixamingata.json")
public class ExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PersonalExport export;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"fixamingata.json\"");
        export.write(caller.get(), response.getOutputStream());
    }
}
