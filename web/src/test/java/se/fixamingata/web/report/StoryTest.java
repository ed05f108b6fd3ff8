package se.fixamingata.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.integration.ChannelKind;

class StoryTest {

    @ParameterizedTest
    @CsvSource({
        "DUE, MAIL, text",
        "DELIVERED, OPEN311, text",
        "WAITING_FOR_ADDRESS, MAIL, waiting",
        "WAITING_FOR_ADDRESS, OPEN311, later",
        "PAUSED, OPEN311, later",
        "PARKED, MAIL, later",
        "TO_FETCH, PULL, to-fetch",
        "NOT_ACCEPTED, MAIL, refused"
    })
    void theThanksPromiseOnlyWhatHappens(DeliveryState state, ChannelKind channel, String promise) {
        assertThat(Story.nextKey(state, channel)).isEqualTo("rapport.thanks." + promise);
    }
}
