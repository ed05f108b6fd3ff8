package se.fixamingata.web.export;

import com.lowagie.text.Chunk;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontSelector;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import se.fixamingata.lettering.Typeface;

/** The shipped font in PDFs: embedded, so that every reader shows å ä ö, and Sámi letters from its second half. */
final class PaperFonts {

    private static final Color INK = new Color(0x1c2733);
    private static final Color QUIET = new Color(0x4a5a6a);

    private final BaseFont[] regular;
    private final BaseFont[] bold;

    /** Reads the font files; for one document. */
    PaperFonts() {
        regular = new BaseFont[] {font("SourceSans3-Regular.ttf"), font("SourceSans3-Regular-Ext.ttf")};
        bold = new BaseFont[] {font("SourceSans3-SemiBold.ttf"), font("SourceSans3-SemiBold-Ext.ttf")};
    }

    private static BaseFont font(String file) {
        try (InputStream source = Typeface.class.getResourceAsStream(file)) {
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, source.readAllBytes(), null);
        } catch (IOException | DocumentException unreadable) {
            throw new UncheckedIOException(new IOException(file, unreadable));
        }
    }

    /** @param size in points */
    Phrase text(String text, float size) {
        return phrase(regular, text, size, INK);
    }

    Phrase bold(String text, float size) {
        return phrase(bold, text, size, INK);
    }

    Phrase quiet(String text, float size) {
        return phrase(regular, text, size, QUIET);
    }

    private static Phrase phrase(BaseFont[] halves, String text, float size, Color colour) {
        FontSelector selector = new FontSelector();
        for (BaseFont half : halves) {
            selector.addFont(new Font(half, size, Font.NORMAL, colour));
        }
        Phrase phrase = new Phrase();
        phrase.setLeading(size * 1.35f);
        phrase.setFont(new Font(halves[0], size, Font.NORMAL, colour));
        for (Object part : selector.process(text == null ? "" : printable(text))) {
            phrase.add((Chunk) part);
        }
        return phrase;
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }
}
