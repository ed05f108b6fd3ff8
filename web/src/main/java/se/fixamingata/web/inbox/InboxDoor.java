package se.fixamingata.web.inbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The inbox at {@code /handlaggning} and nowhere else. As a page of that name it would take every address below it: OmniFaces sees
 * what follows as its path parameter.
 */
@WebServlet(name = "inbox", urlPatterns = "/handlaggning")
public class InboxDoor extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Where the page is; only its own forms are sent there. */
    static final String PAGE = "/handlaggning/inkorg";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher(PAGE).forward(request, response);
    }
}
