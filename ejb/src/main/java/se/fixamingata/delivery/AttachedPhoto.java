package se.fixamingata.delivery;

import se.fixamingata.photo.Photo;

/**
 * A photo in a letter.
 *
 * @param url where it can be seen in full size
 * @param thumbnailCid content id of its small picture in the letter; empty when there is none
 * @param fileName of the attachment; empty when there was no room for it
 */
record AttachedPhoto(Photo photo, String url, String thumbnailCid, String fileName) {

    boolean isAttached() {
        return !fileName.isEmpty();
    }
}
