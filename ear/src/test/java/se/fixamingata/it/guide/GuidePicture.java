package se.fixamingata.it.guide;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A picture in the guide: which page it shows, and what on that page tells whether the picture still looks like it. */
enum GuidePicture {
    START("h1", scene -> "/handlaggning/start?a=" + scene.authority()),
    INBOX("main th, main label", scene -> "/handlaggning?a=" + scene.authority()),
    ANSWER("#answer-form label:not([for=answer-template])", scene -> "/handlaggning/rapport/" + scene.report()),
    MANY("main label", scene -> "/handlaggning/andringar/ny?a=" + scene.authority()),
    MODERATION("h1", scene -> "/handlaggning/granskning?a=" + scene.authority());

    /**
     * The words that belong to the page and not to its reports, and those of the rail. Numbers are left out, they are data.
     */
    private static final String WORDS =
            """
            own => [...new Set([...document.querySelectorAll(own + ', .desk-entries a')]
              .map(e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent).join(' ').replace(/[0-9\\s\\u00a0]+/g, ' ').trim())
              .filter(t => t.length > 0))].sort()""";

    private final String own;
    private final Function<Scene, String> address;

    /** @param own selector of what the page says whatever reports there are */
    GuidePicture(String own, Function<Scene, String> address) {
        this.own = own;
        this.address = address;
    }

    /**
     * What the pictures are taken of.
     *
     * @param authority its name in addresses
     * @param report an open one of that authority's
     */
    record Scene(String authority, long report) {}

    /** Of the file, and in the guide's text. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Shows the page, with everything on it in its place. */
    void open(Page page, Scene scene) {
        page.navigate(address.apply(scene));
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Changes when a word of the page's own does. */
    String fingerprint(Page page) {
        @SuppressWarnings("unchecked")
        List<String> words = (List<String>) page.evaluate(WORDS, own);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
