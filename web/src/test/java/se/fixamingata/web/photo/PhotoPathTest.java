package se.fixamingata.web.photo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.photo.PhotoSize;

class PhotoPathTest {

    @Test
    void idAndSizeAreRead() {
        assertThat(PhotoPath.parse("/abc/thumb")).hasValue(new PhotoPath("abc", PhotoSize.THUMB));
        assertThat(PhotoPath.parse("/abc/full")).hasValue(new PhotoPath("abc", PhotoSize.FULL));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "/", "/abc", "/abc/", "/abc/original", "/abc/full/", "/abc/../full", "/abc/FULL"})
    void everythingElseIsNothing(String path) {
        assertThat(PhotoPath.parse(path)).isEmpty();
    }
}
