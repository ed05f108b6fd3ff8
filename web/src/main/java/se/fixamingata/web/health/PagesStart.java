package se.fixamingata.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import org.eclipse.microprofile.health.Readiness;

/** Loaded as the last of all servlets and at no address: when it begins, everything that answers pages has begun. */
public class PagesStart extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @Readiness
    transient PagesReadiness pages;

    @Override
    public void init() {
        pages.start();
    }
}
