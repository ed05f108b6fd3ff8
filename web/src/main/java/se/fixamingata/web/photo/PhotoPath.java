package se.fixamingata.web.photo;

import java.util.Optional;
import se.fixamingata.photo.PhotoSize;

/** The part of a photo's address behind {@code /bild}: which photo, which size. */
record PhotoPath(String id, PhotoSize size) {

    /** From {@code /{id}/{size}}; empty when it is anything else. May be null. */
    static Optional<PhotoPath> parse(String pathInfo) {
        String[] parts = pathInfo == null ? new String[0] : pathInfo.split("/", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        return PhotoSize.find(parts[2]).map(size -> new PhotoPath(parts[1], size));
    }
}
