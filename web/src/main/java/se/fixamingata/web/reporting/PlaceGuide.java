package se.fixamingata.web.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.category.Category;
import se.fixamingata.category.CategoryGroup;
import se.fixamingata.geography.Area;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.Location;
import se.fixamingata.geography.StateRoads;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.position.Position;
import se.fixamingata.report.NearbyReport;
import se.fixamingata.report.NearbyReports;
import se.fixamingata.shared.Language;
import se.fixamingata.submission.DraftFields;

/** What a place means for the report: which municipality, which categories, who else has reported there. */
@ApplicationScoped
public class PlaceGuide {

    @Inject
    Boundaries boundaries;

    @Inject
    StateRoads stateRoads;

    @Inject
    Authorities authorities;

    @Inject
    CategoryCatalogue catalogue;

    @Inject
    PrivateCategories privateCategories;

    @Inject
    NearbyReports nearby;

    /** All that follows from what is chosen so far. */
    Surroundings around(DraftFields fields, Language language) {
        String category = fields.categoryCode();
        return place(fields, language)
                .map(place -> new Surroundings(
                        Optional.of(place),
                        categories(place, category, language),
                        nearby(place, category),
                        asksAboutStateRoad(place, category)))
                .orElse(Surroundings.NOWHERE);
    }

    /** The place in those fields; empty when there is none, or it is outside Sweden. */
    Optional<PlaceView> place(DraftFields fields, Language language) {
        return Optional.ofNullable(FormFields.place(fields))
                .flatMap(position ->
                        boundaries.locate(position).map(location -> view(position, location, fields, language)));
    }

    private PlaceView view(Position position, Location location, DraftFields fields, Language language) {
        List<Area> choices = new ArrayList<>();
        if (!location.alternatives().isEmpty()) {
            choices.add(location.area());
            choices.addAll(location.alternatives());
        }
        Area counterpart = choices.stream()
                .filter(area -> area.code().equals(fields.authorityCode()))
                .findFirst()
                .orElse(location.area());
        Optional<Authority> refusing = authorities.find(counterpart.code()).filter(Authority::refuses);
        return new PlaceView(
                position.lat(),
                position.lon(),
                fields.address(),
                location.area(),
                counterpart,
                choices,
                stateRoads.near(position),
                refusing.flatMap(a -> a.refusal(language)).orElse(refusing.isPresent() ? "" : null),
                refusing.flatMap(Authority::refusalUrl).orElse(null));
    }

    /** What can be reported there, as the list shows it. */
    private List<CategoryOption> categories(PlaceView place, String chosen, Language language) {
        String municipality = place.counterpart().code();
        Set<String> privates = privateCategories.of(municipality);
        return catalogue.availableIn(municipality).stream()
                .map(category -> CategoryOption.of(
                        category, chosen, isPrivate(category.code(), municipality, privates), language))
                .toList();
    }

    /** State roads are not the municipality's, whatever it keeps to itself. */
    private boolean isPrivate(String category, String municipality, Set<String> privates) {
        String authority = catalogue.authorityFor(municipality, category);
        return authority.equals(municipality)
                ? privates.contains(category)
                : privateCategories.isPrivate(authority, category);
    }

    /** Whether to ask about Trafikverket: a large road is near, and the category is one of roads but not yet Trafikverket's. */
    private boolean asksAboutStateRoad(PlaceView place, String categoryCode) {
        return place.nearStateRoad()
                && !Category.STATE_ROAD.equals(categoryCode)
                && catalogue.availableIn(place.counterpart().code()).stream()
                        .filter(category -> category.code().equals(categoryCode))
                        .anyMatch(category ->
                                category.group() == CategoryGroup.ROAD || category.group() == CategoryGroup.TRAFFIC);
    }

    /** Open reports of the same kind close by; none before place and category are known. */
    List<NearbyReport> nearby(PlaceView place, String categoryCode) {
        return categoryCode == null ? List.of() : nearby.find(Position.of(place.lat(), place.lon()), categoryCode);
    }
}
