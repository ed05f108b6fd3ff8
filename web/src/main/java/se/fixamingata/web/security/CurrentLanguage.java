package se.fixamingata.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import se.fixamingata.shared.Language;

/** The language that this request is answered in; {@link LanguageFilter} decided it. */
@Named("language")
@RequestScoped
public class CurrentLanguage {

    @Inject
    HttpServletRequest request;

    public Language get() {
        return request.getAttribute(LanguageFilter.ATTRIBUTE) instanceof Language decided ? decided : Language.SV;
    }

    /** {@code sv} or {@code en}, for pages. */
    public String getCode() {
        return get().code();
    }
}
