package se.fixamingata.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;

/**
 * The session's cookie is {@code Secure} where the installation has HTTPS, which only its settings know, and goes along with no foreign
 * page's POST. The rest stands in web.xml.
 */
@WebListener
public class SessionCookies implements ServletContextListener {

    @Inject
    PublicAddress address;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        SessionCookieConfig cookie = start.getServletContext().getSessionCookieConfig();
        cookie.setSecure(address.isHttps());
        cookie.setAttribute("SameSite", "Lax");
    }
}
