package se.fixamingata.web.incomingmail;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.incomingmail.MailQueue;
import se.fixamingata.web.security.CurrentCaller;

/**
 * {@code /handlaggning/mejl/{id}.eml}: a mail as it came, for whoever may decide about it; everything else is 404. A stranger wrote it:
 * always a file to keep, never a page of ours.
 */
@WebServlet("/handlaggning/mejl/*")
public class OriginalServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern FILE = Pattern.compile("/([1-9]\\d{0,17})\\.eml");

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient MailQueue queue;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher file = FILE.matcher(String.valueOf(request.getPathInfo()));
        Optional<byte[]> mail =
                file.matches() ? queue.original(caller.get(), Long.parseLong(file.group(1))) : Optional.empty();
        if (mail.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.group(1) + ".eml\"");
        response.setContentType("message/rfc822");
        response.setContentLength(mail.get().length);
        response.getOutputStream().write(mail.get());
    }
}
