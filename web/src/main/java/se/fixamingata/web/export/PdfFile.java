package se.fixamingata.web.export;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;

/** The list on paper: A4 lying, headings on every page, page numbers. */
final class PdfFile implements ListFile {

    /** Some 400 pages: who wants more wants a spreadsheet. */
    private static final int MOST = 10_000;

    private static final int HAND_OVER_EVERY = 50;
    /** Characters that a column is wider than its heading: it is bold, and has edges. */
    private static final int ROOM = 5;

    private static final float SIZE = 8.5f;
    private static final Color LINE = new Color(0xd5dde5);
    private static final Color HEAD = new Color(0xf5f7f9);

    @Override
    public String type() {
        return "application/pdf";
    }

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public boolean isForPaper() {
        return true;
    }

    @Override
    public void write(ExportTable table, OutputStream out) throws IOException {
        PaperFonts fonts = new PaperFonts();
        Document paper = new Document(PageSize.A4.rotate(), 36, 36, 40, 40);
        PdfWriter writer = PdfWriter.getInstance(paper, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new PageNumbers(fonts, table.title()));
        paper.addTitle(table.title());
        paper.addCreator("FixaMinGata");
        paper.open();
        paper.add(new Paragraph(fonts.bold(table.title(), 16)));
        Paragraph note = new Paragraph(fonts.quiet(table.note(), 9.5f));
        note.setSpacingAfter(10);
        paper.add(note);
        PdfPTable grid = grid(table, fonts);
        int[] lines = {0};
        table.rows().each(row -> {
            for (ExportColumn column : table.columns()) {
                grid.addCell(cell(fonts.text(PlainText.text(column.value().apply(row)), SIZE)));
            }
            lines[0]++;
            if (lines[0] % HAND_OVER_EVERY == 0) {
                paper.add(grid);
            }
        });
        grid.setComplete(true);
        paper.add(grid);
        paper.close();
    }

    private static PdfPTable grid(ExportTable table, PaperFonts fonts) {
        float[] widths = new float[table.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(
                    table.columns().get(i).width(), table.headings().get(i).length() + ROOM);
        }
        PdfPTable grid = new PdfPTable(widths);
        grid.setWidthPercentage(100);
        grid.setHeaderRows(1);
        grid.setComplete(false);
        for (String heading : table.headings()) {
            PdfPCell cell = cell(fonts.bold(heading, SIZE));
            cell.setBackgroundColor(HEAD);
            grid.addCell(cell);
        }
        return grid;
    }

    private static PdfPCell cell(Phrase phrase) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPadding(4);
        return cell;
    }
}
