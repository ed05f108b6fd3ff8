package se.fixamingata.web.text;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixamingata.category.Categories;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.web.security.CurrentLanguage;

/** Names of categories and municipalities in the reader's language, by code; the code itself when nobody knows it. */
@Named
@RequestScoped
public class Names {

    private final CurrentLanguage language;
    private final Categories categories;
    private final Municipalities municipalities;
    private final Authorities authorities;

    @Inject
    public Names(
            CurrentLanguage language, Categories categories, Municipalities municipalities, Authorities authorities) {
        this.language = language;
        this.categories = categories;
        this.municipalities = municipalities;
        this.authorities = authorities;
    }

    /** For the container's proxy. */
    protected Names() {
        this(null, null, null, null);
    }

    /** {@code Gatubelysning}, {@code Street lighting}. */
    public String category(String code) {
        return categories.find(code).map(c -> c.name(language.get())).orElse(code);
    }

    /** The short name: {@code Forshaga}. */
    public String municipality(String code) {
        return municipalities.find(code).map(Municipality::name).orElse(code);
    }

    /** The name in addresses: {@code forshaga}. */
    public String slug(String municipalityCode) {
        return municipalities.find(municipalityCode).map(Municipality::slug).orElse(municipalityCode);
    }

    /** Who mends it: {@code Forshaga kommun}, {@code Trafikverket}. */
    public String authority(String code) {
        return authorities.find(code).map(Authority::name).orElse(code);
    }
}
