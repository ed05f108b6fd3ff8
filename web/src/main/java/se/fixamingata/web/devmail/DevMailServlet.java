package se.fixamingata.web.devmail;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import se.fixamingata.web.security.CsrfToken;

/**
 * {@code /dev/mail} lists, {@code /dev/mail/{name}} shows, {@code /dev/mail/{name}/{n}} gives an attachment; a POST to the mail answers
 * it.
 */
@WebServlet(
        name = "devMail",
        urlPatterns = {"/dev/mail", "/dev/mail/*"})
public class DevMailServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient KeptMails mails;

    @Inject
    transient Answering answering;

    @Inject
    transient CsrfToken csrf;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!mails.isShown()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "private, no-store");
        String[] path = Optional.ofNullable(request.getPathInfo()).orElse("/").split("/");
        try {
            if (path.length < 2) {
                write(response, list());
            } else {
                one(path, request, response);
            }
        } catch (MessagingException e) {
            throw new ServletException("A kept message cannot be read", e);
        }
    }

    private String list() throws IOException, MessagingException {
        MailPage page = new MailPage("Skickade mejl")
                .markup(
                        "<p>Det som demonstrationen har skickat, det nyaste först. Inget mejl lämnar den här datorn.</p><ul>");
        for (String name : mails.names()) {
            Optional<Path> file = mails.file(name);
            if (file.isPresent()) {
                page.line(name, KeptMail.read(file.get()));
            }
        }
        return page.markup("</ul>").toString();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String name = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        Optional<Path> file = mails.isShown() ? mails.file(name) : Optional.empty();
        try {
            if (file.isEmpty() || !answering.send(KeptMail.read(file.get()), request::getParameter)) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
        } catch (MessagingException e) {
            throw new ServletException("The answer could not be sent", e);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/dev/mail/" + name + "?skickat");
    }

    private void one(String[] path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, MessagingException {
        Optional<Path> file = mails.file(path[1]);
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        KeptMail mail = KeptMail.read(file.get());
        if (path.length == 2) {
            String subject = mail.header("Subject");
            MailPage page = new MailPage(subject.isEmpty() ? "Utan ämne" : subject).headers(mail);
            if (request.getParameter("skickat") != null) {
                page.sent(mail);
            }
            boolean answerable = answering.isAnswerable(mail);
            if (answerable) {
                page.toForm();
            }
            page.attachments(path[1], mail).html(mail).text(mail);
            if (answerable) {
                page.answer(path[1], mail, csrf.token(response));
            }
            write(response, page.toString());
        } else {
            attachment(mail, path[2], response);
        }
    }

    private static void attachment(KeptMail mail, String number, HttpServletResponse response) throws IOException {
        Optional<KeptMail.Attachment> found =
                number.matches("[0-9]{1,3}") ? mail.attachment(Integer.parseInt(number)) : Optional.empty();
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String type = found.get().contentType().toLowerCase(Locale.ROOT);
        // Only what can do nothing is shown; the rest is offered as a file.
        boolean harmless = type.equals("image/jpeg") || type.equals("image/png");
        String plain = type.equals("application/json") ? "text/plain; charset=utf-8" : "application/octet-stream";
        response.setContentType(harmless ? type : plain);
        response.getOutputStream().write(found.get().content());
    }

    private static void write(HttpServletResponse response, String page) throws IOException {
        response.setContentType("text/html; charset=utf-8");
        response.getWriter().write(page);
    }
}
