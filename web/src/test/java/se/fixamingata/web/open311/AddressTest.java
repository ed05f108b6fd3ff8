package se.fixamingata.web.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.open311.server.AnswerFormat;
import se.fixamingata.open311.server.Refusal;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "requests.json, , requests, , JSON",
        "requests.XML, , requests, , XML",
        "requests/17.json, , requests, 17, JSON",
        "services/road_other.xml, , services, road_other, XML",
        "karlstad/requests.json, karlstad, requests, , JSON",
        "1780/services/lighting.xml, 1780, services, lighting, XML",
        "discovery.json, , discovery, , JSON",
        "karlstad/tokens/a.b.json, karlstad, tokens, a.b, JSON"
    })
    void isTakenApart(String path, String jurisdiction, String resource, String item, AnswerFormat format) {
        assertThat(Address.parse(path))
                .isEqualTo(new Address(Optional.ofNullable(jurisdiction), resource, Optional.ofNullable(item), format));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".json",
                "requests",
                "requests.csv",
                "requests/.json",
                "requests/17/photos.json",
                "karlstad.json",
                "karlstad/.json",
                "karlstad/nothing.json",
                "karlstad/varmland/requests.json",
                "karlstad/services/lighting/more.json",
                "services.json/"
            })
    void anythingElseIsNone(String path) {
        assertThatThrownBy(() -> Address.parse(path))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(404));
    }

    @Test
    void aTownIsNeverTakenForAResource() {
        assertThat(Address.parse("requests/requests.json").jurisdiction()).isEmpty();
    }
}
