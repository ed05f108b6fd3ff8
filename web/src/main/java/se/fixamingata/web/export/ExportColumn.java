package se.fixamingata.web.export;

import java.util.function.Function;
import se.fixamingata.export.ExportRow;

/**
 * A column of an exported list.
 *
 * @param key of its title in the message bundles
 * @param width in characters, for formats that want one
 * @param personal whether it is about the reporter
 * @param value String, Number, {@link java.time.LocalDateTime}, {@link java.time.LocalDate} or null
 */
record ExportColumn(String key, int width, boolean personal, Function<ExportRow, Object> value) {}
