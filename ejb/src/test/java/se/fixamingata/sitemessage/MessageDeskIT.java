package se.fixamingata.sitemessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.Language;

/** Who may tell what to whom, for how long. */
class MessageDeskIT extends DatabaseTest {

    private final Caller operator = new Caller(900, 1, "Olga", "olga@example.org", Language.SV, true, List.of());
    private final Caller administrator = staff(Role.ADMINISTRATOR);
    private MessageDesk desk;
    private SiteMessages messages;

    private static Caller staff(Role role) {
        return new Caller(
                901,
                1,
                "Hanna",
                "hanna@example.org",
                Language.SV,
                false,
                List.of(new Membership("1763", role, Set.of())));
    }

    @BeforeEach
    void aDesk() {
        TestMunicipalities.seed(em, clock);
        clock.set(Instant.parse("2026-11-24T12:00:00Z"));
        messages = new SiteMessages(em, clock);
        desk = new MessageDesk(
                em,
                new Authorities(em),
                new Categories(em),
                new AuditTrail(em, clock),
                new RecordedEvents<>(event -> {
                    em.flush();
                    messages.refresh(event);
                }),
                clock);
    }

    private static MessageForm form(String authority, String category, String until) {
        return new MessageForm(0, 0, authority, category, "warning", " Snöstorm i kväll ", "", "", until);
    }

    private static List<String> texts(List<SiteNotice> notices) {
        return notices.stream()
                .map(one -> one.authorityCode() + "/" + one.categoryCode() + " " + one.textSv())
                .toList();
    }

    @Test
    void eachMessageStandsWhereItAppliesAndNowhereElse() {
        desk.save(operator, null, form("", "", "2026-11-25T08:00"));
        desk.save(operator, null, form("", "lighting", "2026-11-25T08:00"));
        desk.save(administrator, "1763", form("", "", "2026-11-25T08:00"));
        desk.save(administrator, "1763", form("0180", "graffiti", "2026-11-25T08:00"));

        assertThat(texts(messages.everywhere())).containsExactly("null/null Snöstorm i kväll");
        assertThat(texts(messages.of("1763"))).containsExactly("1763/null Snöstorm i kväll");
        assertThat(messages.of("0180")).isEmpty();
        assertThat(messages.of(null)).isEmpty();
        assertThat(texts(messages.about("1763", "graffiti"))).containsExactly("1763/graffiti Snöstorm i kväll");
        assertThat(texts(messages.about("0180", "lighting"))).containsExactly("null/lighting Snöstorm i kväll");
        assertThat(messages.about("0180", "graffiti")).isEmpty();
        assertThat(messages.about("1763", "")).isEmpty();
        assertThat(desk.list(administrator, "1763")).hasSize(2);
        assertThat(desk.list(operator, null)).hasSize(4);
    }

    @Test
    void itBeginsAndEndsByItself() {
        desk.save(
                operator,
                null,
                new MessageForm(
                        0, 0, "", "", "information", "Avbrott", "Break", "2026-11-24T14:00", "2026-11-24T16:00"));
        assertThat(messages.everywhere()).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(messages.everywhere()).singleElement().satisfies(one -> {
            assertThat(one.text(Language.SV)).isEqualTo("Avbrott");
            assertThat(one.text(Language.EN)).isEqualTo("Break");
            assertThat(one.startsAt()).isEqualTo("2026-11-24T13:00:00Z");
        });
        clock.advance(Duration.ofHours(2));
        assertThat(messages.everywhere()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndNothingSaved() {
        assertThat(problems(new MessageForm(0, 0, "9999", "unicorn", "loud", " ", "x".repeat(601), "i dag", "")))
                .isEqualTo(Map.of(
                        "authority", "meddelanden.unknown",
                        "category", "meddelanden.unknown",
                        "level", "meddelanden.level.missing",
                        "sv", "meddelanden.missing",
                        "en", "meddelanden.long",
                        "from", "meddelanden.moment",
                        "until", "meddelanden.until.missing"));
        assertThat(problems(form("", "", "2026-11-24T13:00"))).isEqualTo(Map.of("until", "meddelanden.until.early"));
        assertThat(problems(form("", "", "2027-02-23T13:00"))).isEqualTo(Map.of("until", "meddelanden.until.late"));
        assertThat(problems(form("", "", "2027-02-22T12:59"))).isEmpty();
        assertThat(desk.list(operator, null)).hasSize(1);
    }

    private Map<String, String> problems(MessageForm form) {
        return desk.save(operator, null, form) instanceof MessageResult.Invalid invalid ? invalid.problems() : Map.of();
    }

    @Test
    void changedAndEndedByOneAtATime() {
        long id = ((MessageResult.Saved) desk.save(administrator, "1763", form("", "", "2026-11-25T08:00"))).id();
        em.flush();
        MessageForm opened = desk.find(administrator, "1763", id).orElseThrow();
        assertThat(opened.until()).isEqualTo("2026-11-25T08:00");
        MessageForm later = new MessageForm(
                id, opened.version(), "1763", "", "warning", "Nu är det över", "", opened.from(), opened.until());
        assertThat(desk.save(administrator, "1763", later)).isEqualTo(new MessageResult.Saved(id));
        em.flush();
        assertThat(desk.save(administrator, "1763", later)).isEqualTo(new MessageResult.Conflict());
        assertThat(desk.end(administrator, "1763", id, opened.version())).isFalse();
        assertThat(texts(messages.of("1763"))).containsExactly("1763/null Nu är det över");
        assertThat(desk.end(administrator, "1763", id, opened.version() + 1)).isTrue();
        em.flush();
        assertThat(messages.of("1763")).isEmpty();
        assertThat(desk.end(administrator, "1763", id, opened.version() + 2))
                .as("it is over")
                .isFalse();
        em.flush();
        assertThat(em.createNativeQuery("select concat_ws(' ', action, authority_code, before_value, '>', after_value)"
                                + " from audit_entry order by id")
                        .getResultList())
                .isEqualTo(List.of(
                        "message.written 1763 > Snöstorm i kväll",
                        "message.changed 1763 Snöstorm i kväll > Nu är det över",
                        "message.ended 1763 Nu är det över >"));
    }

    @Test
    void nobodyTouchesWhatIsSomebodyElses() {
        long everywhere = ((MessageResult.Saved) desk.save(operator, null, form("", "", "2026-11-25T08:00"))).id();
        assertThat(desk.find(administrator, "1763", everywhere)).isEmpty();
        assertThatThrownBy(() -> desk.end(administrator, "1763", everywhere, 1)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.save(
                        administrator,
                        "1763",
                        new MessageForm(everywhere, 1, "", "", "warning", "x", "", "", "2026-11-25T08:00")))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.list(administrator, null)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.list(administrator, "0180")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.save(staff(Role.CASEWORKER), "1763", form("", "", "2026-11-25T08:00")))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void bothListsAndThePagesReadAlongAnIndex() {
        for (String sql : List.of(
                "select * from site_message where ends_at > '2026-11-24' order by ends_at limit 500",
                "select * from site_message where authority_code = '1763' order by ends_at desc limit 50",
                "select * from site_message order by ends_at desc limit 50")) {
            Object[] plan = (Object[])
                    em.createNativeQuery("explain " + sql).getResultList().get(0);
            assertThat(plan[5]).as(sql).asString().startsWith("ix_site_message");
        }
    }
}
