package se.fixamingata.web.administration;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import se.fixamingata.administration.transfer.SettingsTransfer;
import se.fixamingata.municipality.Authority;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;

/** {@code /handlaggning/installningar/fil.json}: an authority's settings as a file to keep. */
@WebServlet(name = "settings-file", urlPatterns = "/handlaggning/installningar/fil.json")
public class SettingsFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller callers;

    @Inject
    transient CurrentDesk desk;

    @Inject
    transient SettingsTransfer transfer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Authority authority = desk.get();
        byte[] file = transfer.export(callers.get(), authority.code()).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"fixamingata-" + authority.slug() + ".json\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
