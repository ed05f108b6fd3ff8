package se.fixamingata.web.sitemessage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.sitemessage.SiteMessages;
import se.fixamingata.sitemessage.SiteNotice;
import se.fixamingata.web.security.CurrentLanguage;

/** The messages in force, where a public page shows them. Asks the memory, not the database. */
@Named("siteMessages")
@RequestScoped
public class SiteMessagesBean {

    @Inject
    SiteMessages messages;

    @Inject
    Authorities authorities;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    private List<SiteNotice> everywhere;

    public List<SiteNotice> getEverywhere() {
        if (everywhere == null) {
            everywhere = messages.everywhere();
        }
        return everywhere;
    }

    public List<SiteNotice> of(String authorityCode) {
        return messages.of(authorityCode);
    }

    /** Of the authority that is called that in addresses. */
    public List<SiteNotice> ofSlug(String slug) {
        return authorities
                .bySlugOrCode(slug)
                .map(Authority::code)
                .map(messages::of)
                .orElse(List.of());
    }

    /** About the category that is chosen in a form, at the place of that authority. */
    public List<SiteNotice> about(String authorityCode, String categoryCode) {
        return categoryCode == null || categoryCode.isEmpty() ? List.of() : messages.about(authorityCode, categoryCode);
    }

    public String text(SiteNotice one) {
        return one.text(language.get());
    }

    /** For the attribute {@code lang}: null when the text is in the page's language. */
    public String lang(SiteNotice one) {
        return one.foreign(language.get());
    }

    /** {@code coming}, {@code now} or {@code over}. */
    public String state(SiteNotice one) {
        if (one.isOver(clock.instant())) {
            return "over";
        }
        return one.isInForce(clock.instant()) ? "now" : "coming";
    }
}
