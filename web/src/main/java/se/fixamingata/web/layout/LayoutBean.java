package se.fixamingata.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.omnifaces.util.Servlets;
import se.fixamingata.geography.Attribution;
import se.fixamingata.geography.ReferenceData;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.web.security.CurrentLanguage;

/** What the shell shows around every page. */
@Named("layout")
@RequestScoped
public class LayoutBean {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentLanguage language;

    @Inject
    ServiceSettings settings;

    @Inject
    ReferenceData reference;

    /** {@code page} when the reader is on the page of that address, for {@code aria-current}; else null, which leaves it out. */
    public String current(String path) {
        String here = Servlets.getRequestURI(request);
        return here.equals(path) || here.startsWith(path + "/") ? "page" : null;
    }

    /** As {@link #current}, but not for what lies below. */
    public String exactly(String path) {
        return Servlets.getRequestURI(request).equals(path) ? "page" : null;
    }

    public String getOtherLanguage() {
        return other().code();
    }

    /** This page in the other language: the same address and parameters, with {@code lang}. */
    public String getOtherLanguageUrl() {
        return LanguageLink.to(Servlets.getRequestURI(request), Servlets.getRequestQueryString(request), other());
    }

    private Language other() {
        return language.get() == Language.SV ? Language.EN : Language.SV;
    }

    public boolean isDemonstration() {
        return settings.isDemonstration();
    }

    public String getContactEmail() {
        return settings.contactEmail();
    }

    /** Whom the map's and the search's data are owed to, for the data that are loaded. */
    public List<String> getAttributions() {
        return reference.attributions().stream()
                .map(Attribution::text)
                .distinct()
                .toList();
    }
}
