package se.fixamingata.web.export;

import java.io.IOException;
import java.io.OutputStream;

/** A format for lists. */
interface ListFile {

    /** MIME type. */
    String type();

    /** Also the last part of its address. */
    String extension();

    /** Most rows that make sense in it. */
    int most();

    /** Whether it is for paper, with fewer columns. */
    boolean isForPaper();

    /** Writes all of it; does not close the stream. */
    void write(ExportTable table, OutputStream out) throws IOException;
}
