package se.fixamingata.web.signin;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as a drawing in the page: no picture to fetch, nothing that a cache could keep. Dark on white in dark mode too. */
final class QrPicture {

    /** The white that a reader needs around it, in modules (ISO/IEC 18004). */
    private static final int QUIET = 4;

    private QrPicture() {}

    /** An {@code svg} element; {@code label} must hold nothing that HTML knows. */
    static String svg(String text, String label) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg class=\"qr\" role=\"img\" aria-label=\"" + label + "\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/>"
                + "<path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }
}
