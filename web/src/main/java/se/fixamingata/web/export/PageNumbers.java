package se.fixamingata.web.export;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;

/** What stands at the foot of every page. */
final class PageNumbers extends PdfPageEventHelper {

    private static final float SIZE = 8;

    private final PaperFonts fonts;
    private final String title;

    PageNumbers(PaperFonts fonts, String title) {
        this.fonts = fonts;
        this.title = title;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document paper) {
        float foot = paper.bottom() - 18;
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_LEFT,
                fonts.quiet("FixaMinGata · " + title, SIZE),
                paper.left(),
                foot,
                0);
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_RIGHT,
                fonts.quiet(Integer.toString(writer.getPageNumber()), SIZE),
                paper.right(),
                foot,
                0);
    }
}
