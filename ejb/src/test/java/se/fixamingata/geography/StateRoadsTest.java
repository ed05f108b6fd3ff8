package se.fixamingata.geography;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.fixamingata.position.Position;

class StateRoadsTest {

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void onlyNearTheLinesAndOnlyWhereThereAreAny(ReferenceData data) {
        StateRoads roads = new StateRoads(new ReferenceShapes(data));
        boolean full = !data.isApproximate();

        // E6 north of Munkedal, and the middle of lake Vänern.
        assertThat(roads.near(Position.of(58.964, 11.2345))).isEqualTo(full);
        assertThat(roads.near(Position.of(58.9, 13.3))).isFalse();
    }
}
