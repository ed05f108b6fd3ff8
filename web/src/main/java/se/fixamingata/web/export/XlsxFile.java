package se.fixamingata.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.fixamingata.export.Exports;

/** An Excel workbook of one sheet. Texts are cells of type text, which no spreadsheet computes. */
final class XlsxFile implements ListFile {

    /** Rows between two hand-overs to the stream. */
    private static final int FLUSH_EVERY = 500;

    /** What a cell may hold at most (ECMA-376, as Excel applies it). */
    private static final int CELL_MAX = 32_767;

    @Override
    public String type() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public int most() {
        return Exports.MOST;
    }

    @Override
    public boolean isForPaper() {
        return false;
    }

    @Override
    public void write(ExportTable table, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "FixaMinGata", "1.0");
        Worksheet sheet = book.newWorksheet(sheetName(table.title()));
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.width(column, table.columns().get(column).width());
            sheet.value(0, column, table.headings().get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        int[] line = {0};
        table.rows().each(row -> {
            line[0]++;
            for (int column = 0; column < table.columns().size(); column++) {
                put(sheet, line[0], column, table.columns().get(column).value().apply(row));
            }
            if (line[0] % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        });
        sheet.finish();
        book.finish();
    }

    private static void put(Worksheet sheet, int line, int column, Object value) {
        if (value instanceof LocalDateTime moment) {
            sheet.value(line, column, moment);
            sheet.style(line, column).format("yyyy-mm-dd hh:mm").set();
        } else if (value instanceof LocalDate day) {
            sheet.value(line, column, day);
            sheet.style(line, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Number number) {
            sheet.value(line, column, number);
        } else if (value instanceof String text) {
            sheet.value(line, column, printable(text));
        }
    }

    /** XML 1.0 has no word for control characters. */
    private static String printable(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
        return clean.length() > CELL_MAX ? clean.substring(0, CELL_MAX) : clean;
    }

    /** Excel forbids some characters, and more than 31. */
    private static String sheetName(String title) {
        String name = title.replaceAll("[\\\\/?*\\[\\]:]", " ");
        return name.length() > 31 ? name.substring(0, 31) : name;
    }
}
