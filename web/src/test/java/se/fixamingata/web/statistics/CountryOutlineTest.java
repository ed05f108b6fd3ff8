package se.fixamingata.web.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.geography.ReferenceData;
import se.fixamingata.geography.ReferenceShapes;

class CountryOutlineTest {

    @Test
    void everyMunicipalityIsDrawnAndThePictureIsLight() {
        Map<String, String> paths = new CountryOutline(new ReferenceShapes(ReferenceData.builtIn())).paths();
        assertThat(paths).hasSize(290);
        assertThat(paths.values()).allSatisfy(path -> assertThat(path).matches("(M\\d+ \\d+l[-\\d ]+z)+"));
        assertThat(paths.values().stream().mapToInt(String::length).sum()).isLessThan(80_000);
    }
}
