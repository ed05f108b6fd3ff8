package se.fixamingata.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import se.fixamingata.delivery.DeliveryState;

class StoryTest {

    @Test
    void theThanksPromiseOnlyWhatHappens() {
        assertThat(Story.nextKey(Set.of(DeliveryState.DUE))).isEqualTo("rapport.thanks.text");
        assertThat(Story.nextKey(Set.of(DeliveryState.DELIVERED))).isEqualTo("rapport.thanks.text");
        assertThat(Story.nextKey(Set.of(DeliveryState.WAITING_FOR_ADDRESS))).isEqualTo("rapport.thanks.waiting");
        assertThat(Story.nextKey(Set.of(DeliveryState.NOT_ACCEPTED))).isEqualTo("rapport.thanks.refused");
    }
}
