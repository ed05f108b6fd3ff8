package se.fixamingata.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Right;
import se.fixamingata.account.Role;
import se.fixamingata.shared.Language;

class DeskChoiceTest {

    private static Caller person(boolean operator, String... authorities) {
        List<Membership> places = Stream.of(authorities)
                .map(code -> new Membership(code, Role.READER, Set.of()))
                .toList();
        return new Caller(1, 1, "Karin", "karin@example.org", Language.SV, operator, places);
    }

    @Test
    void whatTheAddressAsksForComesFirst() {
        assertThat(DeskChoice.of(person(false, "1763", "1780"), "1780", "1763")).contains("1780");
        assertThat(DeskChoice.of(person(true), "0180", null)).contains("0180");
    }

    @Test
    void aDeskThatIsNotTheirsIsNobodysBusiness() {
        assertThat(DeskChoice.of(person(false, "1763"), "0180", null)).contains("1763");
        assertThat(DeskChoice.of(person(false, "1763"), null, "0180")).contains("1763");
    }

    @Test
    void elseTheOneUsedLastElseTheFirst() {
        assertThat(DeskChoice.of(person(false, "1763", "1780"), null, "1780")).contains("1780");
        assertThat(DeskChoice.of(person(false, "1763", "1780"), null, null)).contains("1763");
        assertThat(DeskChoice.of(person(true), null, "0180")).contains("0180");
    }

    @Test
    void aResidentHasNoneAndAnOperatorChooses() {
        assertThat(DeskChoice.of(person(false), "1763", "1763")).isEmpty();
        assertThat(DeskChoice.of(person(true), null, null)).isEmpty();
    }

    @Test
    void whatIsDoneIsDoneWithTheNamedReportsOnly() {
        Caller two = person(false, "1763", "1780");
        assertThat(DeskChoice.meant(two, Right.VIEW, true, "1780")).contains("1780");
        assertThat(DeskChoice.meant(two, Right.VIEW, true, "0180")).isEmpty();
        assertThat(DeskChoice.meant(two, Right.VIEW, false, null))
                .as("which of the two?")
                .isEmpty();
    }

    @Test
    void whoWorksForOneNeedNotNameItButAWrongNameIsNotTheirs() {
        Caller one = person(false, "1763");
        assertThat(DeskChoice.meant(one, Right.VIEW, false, null)).contains("1763");
        assertThat(DeskChoice.meant(one, Right.VIEW, true, null))
                .as("an authority that there is not")
                .isEmpty();
        assertThat(DeskChoice.meant(one, Right.HANDLE, false, null))
                .as("a reader")
                .isEmpty();
    }

    @Test
    void anOperatorNamesWhoseReportsAreMeant() {
        assertThat(DeskChoice.meant(person(true), Right.HANDLE, true, "0180")).contains("0180");
        assertThat(DeskChoice.meant(person(true), Right.HANDLE, false, null)).isEmpty();
    }
}
