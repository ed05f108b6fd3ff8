package se.fixamingata.geography;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class ReferenceShapesTest {

    @ParameterizedTest
    @EnumSource
    void everySetHasLandForEveryDetail(Shapes.Detail detail) {
        TestGeodata.sets().map(ReferenceShapes::new).forEach(shapes -> {
            assertThat(isLand(shapes, detail, 15.0, 60.5)).isTrue();
            assertThat(isLand(shapes, detail, 20.0, 66.0)).as("the north").isTrue();
            assertThat(isLand(shapes, detail, 18.5, 62.0)).as("the gulf").isFalse();
            assertThat(isLand(shapes, detail, 19.8, 58.0)).isFalse();
            assertThat(shapes.land(detail)).isSameAs(shapes.land(detail));
            assertThat(shapes.municipalities(detail)).hasSize(290);
        });
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void localitiesComeInOrderOfTheirRank(ReferenceData data) {
        Shapes shapes = new ReferenceShapes(data);

        assertThat(shapes.localities()).first().satisfies(first -> {
            assertThat(first.name()).isEqualTo("Stockholm");
            assertThat(first.rank()).isZero();
        });
        assertThat(shapes.localities())
                .extracting(Locality::rank)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(shapes.counties()).hasSize(21);
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void layersThatTheSetDoesNotHoldAreEmpty(ReferenceData data) {
        Shapes shapes = new ReferenceShapes(data);
        boolean full = !data.isApproximate();

        assertThat(shapes.roads().isEmpty()).isEqualTo(!full);
        assertThat(shapes.lakes(Shapes.Detail.HIGH).isEmpty()).isEqualTo(!full);
        assertThat(shapes.townDetail()).hasSize(full ? 990 : 0);
        assertThat(shapes.urbanAreas()).hasSize(full ? 155 : 0);
        assertThat(shapes.nationalBorders()).hasSize(full ? 46 : 0);
    }

    @ParameterizedTest
    @MethodSource("se.fixamingata.geography.TestGeodata#sets")
    void nobodyGetsAListToChange(ReferenceData data) {
        Shapes shapes = new ReferenceShapes(data);

        assertThat(shapes.land(Shapes.Detail.LOW)).isUnmodifiable();
        assertThat(shapes.localities()).isUnmodifiable();
    }

    private static boolean isLand(Shapes shapes, Shapes.Detail detail, double lon, double lat) {
        Geometry point = GeoJsonShapes.FACTORY.createPoint(new Coordinate(lon, lat));
        return shapes.land(detail).stream().anyMatch((Polygon polygon) -> polygon.covers(point));
    }
}
