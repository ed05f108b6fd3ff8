package se.fixamingata.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import se.fixamingata.shared.Language;
import se.fixamingata.web.layout.AssetPaths;

/**
 * Decides the language of the answer: {@code ?lang=sv|en} (remembered in a cookie for a year), else that cookie, else
 * {@code Accept-Language}. The same address serves both languages, and {@code Vary} says so.
 */
public class LanguageFilter extends HttpFilter {

    /** Request attribute with the {@link Language}. */
    static final String ATTRIBUTE = "se.fixamingata.language";

    private static final String COOKIE = "fmg_lang";
    private static final Duration KEPT = Duration.ofDays(365);

    @Inject
    transient PublicAddress address;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(ATTRIBUTE) != null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Language> asked = LanguageChoice.named(asked(request));
        Language language = asked.or(() -> LanguageChoice.named(Cookies.value(request, COOKIE)))
                .orElseGet(() -> preferred(request));
        request.setAttribute(ATTRIBUTE, language);
        // What is the same for everybody says otherwise itself; an answer that says nothing may be kept by any cache on
        // the way.
        response.setHeader("Cache-Control", "private, no-cache");
        if (!AssetPaths.isStatic(request)) {
            response.addHeader("Vary", "Accept-Language, Cookie");
        }
        asked.ifPresent(chosen -> response.addCookie(cookie(chosen)));
        chain.doFilter(request, response);
    }

    /** From the query only: asking the request for parameters would read the body of a POST before its size is checked. */
    private static String asked(HttpServletRequest request) {
        return QueryString.value(request.getQueryString(), "lang").orElse(null);
    }

    /** Without the header the request would name the server's own locale. */
    private static Language preferred(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Language.SV
                : LanguageChoice.preferred(Collections.list(request.getLocales()));
    }

    private Cookie cookie(Language language) {
        Cookie cookie = new Cookie(COOKIE, language.code());
        cookie.setPath("/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(address.isHttps());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
