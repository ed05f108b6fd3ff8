package se.fixamingata.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** WCAG 2.1 A and AA as far as a machine can tell. */
public final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private Accessibility() {}

    /** Fails with every breach and where it is. */
    public static void check(Page page) {
        List<String> breaches = new AxeBuilder(page)
                        .withTags(RULES)
                        // Frames of other origins, which our pages have none of, would need a blank page for each
                        // question.
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Accessibility::described)
                        .toList();
        assertThat(breaches).as("accessibility of " + page.url()).isEmpty();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget().toString())
                        .toList();
    }
}
