package se.fixamingata.web.export;

import java.io.IOException;
import java.util.List;
import se.fixamingata.export.ExportRow;

/**
 * A list to be written: its titles, and its rows as they are read.
 *
 * @param title of the whole list
 * @param note what it holds, in one line
 * @param headings one for each column
 */
record ExportTable(String title, String note, List<ExportColumn> columns, List<String> headings, Source rows) {

    /** Gives the rows one portion after the other. */
    interface Source {

        /** Calls the sink with every row, in the order of the list. */
        void each(Sink sink) throws IOException;
    }

    /** Takes a row. */
    interface Sink {

        void take(ExportRow row) throws IOException;
    }
}
