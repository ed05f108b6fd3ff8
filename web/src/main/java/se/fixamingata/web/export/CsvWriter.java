package se.fixamingata.web.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/** Rows of any table, written as {@link CsvFile} writes reports: for Excel, and with formulas defused. */
public final class CsvWriter {

    private final CSVPrinter printer;

    public CsvWriter(OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(CsvFile.BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, CsvFile.FORMAT);
    }

    /** @param cells texts, numbers, moments in Swedish time, or null */
    public void row(List<?> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvFile::cell).toList());
    }

    /** Sends what is left; the stream stays open. */
    public void flush() throws IOException {
        printer.flush();
    }
}
