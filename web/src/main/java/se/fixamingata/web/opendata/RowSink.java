package se.fixamingata.web.opendata;

import java.io.IOException;
import java.util.List;

/** Takes the rows of a table: texts, numbers, truths; null for what is not shown, or is not there. */
@FunctionalInterface
interface RowSink {
    void row(List<?> cells) throws IOException;
}
