package se.fixamingata.report;

/** A photo of a public report, shown at {@code /bild/{id}/full}: its random id and the size of the full picture in pixels. */
public record PhotoView(String id, int width, int height) {}
