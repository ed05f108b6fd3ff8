package se.fixamingata.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.fixamingata.position.Position;
import se.fixamingata.settings.ServiceSettings;

class NearestAddressTest {

    private static final Nominatim NONE = new Nominatim(new NominatimSettings(
            Optional.empty(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            new ServiceSettings("http://localhost", "test@example.org", false)));

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void aKnownHouseElseTheNearestPlace(ReferenceData data) {
        NearestAddress addresses = new NearestAddress(data, NONE);

        assertThat(addresses.at(Position.of(59.3375, 18.0611)).orElseThrow())
                .matches(data.isApproximate() ? "nära .+" : "Adolf Fredriks Kyrkogata 5-7, Stockholm");
        assertThat(addresses.at(Position.of(59.53, 13.48))).contains("nära Forshaga");
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void farFromEverythingThereIsNone(ReferenceData data) {
        assertThat(new NearestAddress(data, NONE).at(Position.of(58.0, 21.0))).isEmpty();
    }
}
