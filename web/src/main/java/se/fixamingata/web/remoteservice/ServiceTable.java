package se.fixamingata.web.remoteservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.category.Category;
import se.fixamingata.open311.client.services.RemoteService;
import se.fixamingata.web.text.TextBean;

/** What there is to choose from for a category of ours, and what is chosen. */
@Named("serviceTable")
@RequestScoped
public class ServiceTable {

    @Inject
    ServicesPage page;

    @Inject
    TextBean text;

    /** Those in their list, and the one that the category is, though it may have gone. */
    public List<RemoteService> services(Category category) {
        return page.getView().services().stream()
                .filter(one -> !one.gone() || one.code().equals(getSeen(category)))
                .toList();
    }

    /** In the form: what was typed, else what is kept. */
    public boolean isChosen(Category category, RemoteService service) {
        return service.code().equals(page.typed().getOrDefault(category.code(), getSeen(category)));
    }

    /** What is kept; empty for none. */
    public String getSeen(Category category) {
        return kept(category.code());
    }

    private String kept(String categoryCode) {
        return page.getView().mapping().getOrDefault(categoryCode, "");
    }

    /** How many of our categories have none. */
    public long getOpen() {
        return page.getCategories().stream()
                .filter(category -> getSeen(category).isEmpty())
                .count();
    }

    /** What is kept for a category, as it stands in the list. */
    public String now(String categoryCode) {
        return page.getView().services().stream()
                .filter(one -> one.code().equals(kept(categoryCode)))
                .findFirst()
                .map(this::label)
                .orElse(text.of("tjanster.none"));
    }

    /** As it stands in the list to choose from. */
    public String label(RemoteService service) {
        String named = service.group().isEmpty() ? service.name() : service.group() + ": " + service.name();
        return service.gone() ? text.of("tjanster.gone", named) : named;
    }
}
