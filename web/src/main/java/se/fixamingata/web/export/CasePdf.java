package se.fixamingata.web.export;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;

/** One report on paper: what was reported, where, with which photos, and what became of it. */
final class CasePdf {

    private static final Color LINE = new Color(0xd5dde5);
    private static final float BODY = 10.5f;
    private static final float SMALL = 9;
    /** Points; half of the sheet's height, so that a tall photo and its text stay together. */
    private static final float PHOTO_HEIGHT = 300;

    /** Writes all of it; does not close the stream. */
    void write(CasePage page, OutputStream out) throws IOException {
        PaperFonts fonts = new PaperFonts();
        Document paper = new Document(PageSize.A4, 48, 48, 48, 48);
        PdfWriter writer = PdfWriter.getInstance(paper, out);
        writer.setCloseStream(false);
        // Otherwise what follows a picture that begins a new page fills the old one first.
        writer.setStrictImageSequence(true);
        writer.setPageEvent(new PageNumbers(fonts, page.number()));
        paper.addTitle(page.number() + " " + page.title());
        paper.addCreator("FixaMinGata");
        paper.open();
        paper.add(new Paragraph(fonts.quiet(page.number(), BODY)));
        paper.add(spaced(new Paragraph(fonts.bold(page.title(), 18)), 10));
        paper.add(facts(page, fonts));
        if (page.map().length > 0) {
            paper.add(picture(page.map(), paper, 200));
        }
        heading(paper, fonts, page.words().description());
        paper.add(spaced(new Paragraph(fonts.text(page.description(), BODY)), 8));
        for (byte[] photo : page.photos()) {
            paper.add(picture(photo, paper, PHOTO_HEIGHT));
        }
        heading(paper, fonts, page.words().history());
        for (CasePage.Event event : page.events()) {
            event(paper, fonts, event);
        }
        Paragraph printed = new Paragraph(fonts.quiet(page.words().printed(), SMALL));
        printed.setSpacingBefore(14);
        paper.add(printed);
        paper.close();
    }

    private static PdfPTable facts(CasePage page, PaperFonts fonts) {
        PdfPTable table = new PdfPTable(new float[] {1, 3});
        table.setWidthPercentage(100);
        table.setSpacingAfter(12);
        for (CasePage.Fact fact : page.facts()) {
            table.addCell(cell(new Paragraph(fonts.quiet(fact.name(), BODY))));
            table.addCell(cell(new Paragraph(fonts.text(fact.value(), BODY))));
        }
        return table;
    }

    private static PdfPCell cell(Paragraph content) {
        PdfPCell cell = new PdfPCell(content);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPadding(4);
        return cell;
    }

    private static Image picture(byte[] bytes, Document paper, float height) throws IOException {
        Image image = Image.getInstance(bytes);
        image.scaleToFit(paper.right() - paper.left(), height);
        image.setAlignment(Element.ALIGN_LEFT);
        image.setSpacingAfter(8);
        return image;
    }

    private static void heading(Document paper, PaperFonts fonts, String text) {
        Paragraph heading = new Paragraph(fonts.bold(text, 13));
        heading.setSpacingBefore(10);
        heading.setSpacingAfter(4);
        heading.setKeepTogether(true);
        paper.add(heading);
    }

    private static void event(Document paper, PaperFonts fonts, CasePage.Event event) throws IOException {
        Paragraph head = new Paragraph(fonts.bold(event.what(), BODY));
        head.setSpacingBefore(6);
        paper.add(head);
        paper.add(new Paragraph(fonts.quiet(event.when(), SMALL)));
        if (event.text() != null && !event.text().isBlank()) {
            paper.add(new Paragraph(fonts.text(event.text(), BODY)));
        }
        for (byte[] photo : event.photos()) {
            paper.add(picture(photo, paper, PHOTO_HEIGHT / 2));
        }
    }

    private static Paragraph spaced(Paragraph paragraph, float after) {
        paragraph.setSpacingAfter(after);
        return paragraph;
    }
}
