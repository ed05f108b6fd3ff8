package se.fixamingata.handling;

import se.fixamingata.photo.PreparedPhoto;

/**
 * A photo that goes with something.
 *
 * @param fileName as the sender's device called it
 * @param photo as {@link se.fixamingata.photo.PhotoIntake} has made it
 */
public record NewPhoto(String fileName, PreparedPhoto photo) {}
