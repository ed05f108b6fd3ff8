package se.fixamingata.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Listens to what a browser complains about while somebody uses the page: scripts that fail, files that are missing, the page's own policy. */
public final class PageWatch {

    private final List<String> complaints = new ArrayList<>();

    private PageWatch() {}

    /** From now on. A page that is an error page by itself is no complaint. */
    public static PageWatch of(Page page) {
        PageWatch watch = new PageWatch();
        page.onConsoleMessage(message -> {
            boolean itself = message.text().startsWith("Failed to load resource")
                    && message.location().startsWith(page.url().replaceFirst("#.*", ""));
            if (!itself && (message.type().equals("error") || message.type().equals("warning"))) {
                watch.complaints.add(
                        message.type() + " on " + page.url() + ": " + message.text() + " (" + message.location() + ")");
            }
        });
        page.onPageError(error -> watch.complaints.add("script on " + page.url() + ": " + error));
        return watch;
    }

    /** Fails with everything that was complained about. */
    public void heardNothing() {
        assertThat(complaints).isEmpty();
    }
}
