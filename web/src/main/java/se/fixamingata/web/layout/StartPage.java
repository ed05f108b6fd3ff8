package se.fixamingata.web.layout;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The start page at {@code /} and nowhere else. As a welcome file it would take every address that is no page's: OmniFaces sees what
 * follows the first slash as its path parameter.
 */
@WebServlet(name = "startPage", urlPatterns = "")
public class StartPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/index").forward(request, response);
    }
}
