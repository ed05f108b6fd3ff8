package se.fixamingata.web.multipart;

import java.nio.file.Path;

/**
 * A file that came in a form.
 *
 * @param field what its part is called
 * @param name as the sender calls it; empty when it has none
 * @param path where it lies while the request lasts
 */
public record SentFile(String field, String name, Path path) {}
