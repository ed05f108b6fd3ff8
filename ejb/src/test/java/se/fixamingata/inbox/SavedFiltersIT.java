package se.fixamingata.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.fixamingata.inbox.DeskScene.FORSHAGA;
import static se.fixamingata.inbox.DeskScene.KARIN;
import static se.fixamingata.inbox.DeskScene.LARS;
import static se.fixamingata.inbox.DeskScene.NOW;
import static se.fixamingata.inbox.DeskScene.STRANGER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.category.Categories;
import se.fixamingata.preference.Preferences;

/** Somebody's saved filters and choices are kept, counted, and nobody else's. */
class SavedFiltersIT extends DatabaseTest {

    private SavedFilters filters;
    private InboxQuery query;

    @BeforeEach
    void scene() {
        clock.set(NOW);
        DeskScene.begin(em);
        Categories categories = new Categories(em);
        filters = new SavedFilters(em, categories, clock);
        query = new InboxQuery(em, categories, clock);
    }

    private InboxView view(String address) {
        return InboxAddress.read(FORSHAGA, address, DeskScene.CATEGORIES, 25).view();
    }

    @Test
    void aFilterIsKeptWithItsOrderAndWithoutItsPage() {
        assertThat(filters.save(KARIN, " Mina lampor ", view("assignee=me&category=lighting&sort=-priority&page=7")))
                .isEmpty();
        assertThat(filters.save(KARIN, "Allt", view("status=all"))).isEmpty();
        flushAndClear();
        assertThat(filters.of(KARIN, FORSHAGA))
                .extracting(SavedFilter::name, SavedFilter::query)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Allt", "status=all"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Mina lampor", "category=lighting&assignee=me&sort=-priority"));
        assertThat(filters.of(LARS, FORSHAGA)).isEmpty();
    }

    @Test
    void theSameNameShowsTheNewView() {
        filters.save(KARIN, "Våra", view("status=all"));
        assertThat(filters.save(KARIN, "VÅRA", view("status=fixed"))).isEmpty();
        flushAndClear();
        assertThat(filters.of(KARIN, FORSHAGA)).extracting(SavedFilter::query).containsExactly("status=fixed");
        assertThat(filters.save(KARIN, "é", view(""))).isEmpty();
        em.flush();
        assertThat(filters.save(KARIN, "e", view(""))).isEmpty();
        em.flush();
    }

    @Test
    void namesAreBoundedAndThereAreNotTooMany() {
        assertThat(filters.save(KARIN, "  ", view(""))).contains("inbox.saved.nameless");
        assertThat(filters.save(KARIN, null, view(""))).contains("inbox.saved.nameless");
        assertThat(filters.save(KARIN, "x".repeat(61), view(""))).contains("inbox.saved.name-long");
        for (int i = 0; i < SavedFilters.MOST; i++) {
            assertThat(filters.save(KARIN, "Filter " + i, view(""))).isEmpty();
        }
        assertThat(filters.save(KARIN, "Ett till", view(""))).contains("inbox.saved.many");
        assertThat(filters.save(KARIN, "Filter 3", view("status=all"))).isEmpty();
    }

    @Test
    void oneIsRenamedAndDeletedByItsOwnerAlone() {
        filters.save(KARIN, "Ett", view(""));
        filters.save(KARIN, "Två", view(""));
        em.flush();
        SavedFilter one = filters.of(KARIN, FORSHAGA).get(0);
        assertThat(filters.rename(KARIN, one.id(), "två")).contains("inbox.saved.taken");
        assertThat(filters.rename(KARIN, one.id(), "Uno")).isEmpty();
        assertThatThrownBy(() -> filters.rename(LARS, one.id(), "Min")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> filters.delete(LARS, one.id())).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> filters.delete(KARIN, 424242)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> filters.save(STRANGER, "Min", view(""))).isInstanceOf(NotPermitted.class);
        filters.delete(KARIN, one.id());
        flushAndClear();
        assertThat(filters.of(KARIN, FORSHAGA)).extracting(SavedFilter::name).containsExactly("Två");
    }

    @Test
    void eachIsCountedAsItFinds() {
        DeskScene.add(em, DeskScene.scattered(400, 12));
        List<String> addresses = List.of(
                "",
                "status=all",
                "assignee=me&flag=turn",
                "text=lampa",
                "flag=undelivered&category=drain",
                "text=%2312");
        for (int i = 0; i < addresses.size(); i++) {
            filters.save(KARIN, "Filter " + i, view(addresses.get(i)));
            filters.save(LARS, "Filter " + i, view(addresses.get(i)));
        }
        em.flush();
        for (var person : List.of(KARIN, LARS)) {
            Map<Long, Long> counts = filters.counts(person, FORSHAGA);
            assertThat(counts).hasSize(addresses.size());
            for (SavedFilter filter : filters.of(person, FORSHAGA)) {
                assertThat(counts.get(filter.id())).as(filter.query()).isEqualTo((long)
                        query.ids(person, view(filter.query()), 10_000).size());
            }
        }
        assertThat(filters.counts(DeskScene.READER, FORSHAGA)).isEmpty();
    }

    @Test
    void aChoiceIsRememberedUntilTheNext() {
        Preferences preferences = new Preferences(em);
        preferences.choose(KARIN, "inbox.columns", "status,due");
        preferences.choose(KARIN, "inbox.columns", "status");
        preferences.choose(KARIN, "desk.authority", FORSHAGA);
        preferences.choose(LARS, "inbox.columns", "priority");
        assertThat(preferences.of(KARIN))
                .containsExactlyInAnyOrderEntriesOf(Map.of("inbox.columns", "status", "desk.authority", FORSHAGA));
        assertThatThrownBy(() -> preferences.choose(KARIN, "x", "y".repeat(1001)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
