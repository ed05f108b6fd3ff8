package se.fixamingata.it.following;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Resident;
import se.fixamingata.it.handlelink.AuthorityMail;

/** Somebody with a telephone follows a neighbour's report, is told what happens, and has enough of it. */
class FollowStoryIT extends BrowserTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final Resident reporter = new Resident();
    private final Resident follower = new Resident();
    private long report;
    private Page page;

    @Test
    void followsIsToldAndStops() throws Exception {
        report = reporter.reportConfirmed("Lampan vid badplatsen");
        page = page(Screen.PHONE);
        PageWatch watch = PageWatch.of(page);

        page.navigate("/rapport/" + report);
        page.locator("#follow-email").fill(follower.email);
        page.locator("#folj button").click();
        assertThat(page.locator("#folj .notice--done")).isVisible();
        fitsAndIsAccessible();

        page.navigate(MailBox.link(MailBox.await(follower.email, 1).get(0), "/bekrafta/"));
        // The page's script presses its button; without scripts somebody does.
        assertThat(page).hasURL(Pattern.compile(".*/rapport/" + report + "\\?.*foljer=ja.*"));
        assertThat(page.locator("#folj .notice--done")).isVisible();
        fitsAndIsAccessible();

        answer("Vi byter lampan på onsdag.");
        MimeMessage news = MailBox.await(follower.email, 2).get(1);
        assertThat(MailBox.text(news)).contains("Lampan vid badplatsen", "Vi byter lampan på onsdag.");
        String stop = MailBox.link(news, "/avregistrera/");
        assertThat(news.getHeader("List-Unsubscribe")).containsExactly("<" + stop + ">");

        page.navigate(stop);
        assertThat(page.locator("h1")).hasText("Vill du sluta följa rapporten?");
        fitsAndIsAccessible();
        page.locator("main form button").click();
        assertThat(page.locator("h1")).hasText("Du följer inte längre rapporten");
        fitsAndIsAccessible();
        keepPicture(page, "folj-slutat");
        page.locator("main .actions a").click();
        assertThat(page.locator("h1")).hasText("Lampan vid badplatsen");
        watch.heardNothing();

        int told = MailBox.of(reporter.email).size();
        answer("Nu är den bytt.");
        MailBox.await(reporter.email, told + 1);
        assertThat(stored(
                        "select count(*) from notification where report_id = ? and recipient = ?",
                        report,
                        follower.email))
                .as("mails planned for who has stopped: confirming and the first news")
                .contains("2");
    }

    /** As the authority does, by the link in its work order. */
    private void answer(String text) {
        String link = AuthorityMail.link(report);
        Resident authority = new Resident();
        var version = VERSION.matcher(authority.get(link).body());
        assertThat(version.find()).isTrue();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", version.group(1));
        fields.put("status", "");
        fields.put("text", text);
        fields.put("name", "Karin Karlsson");
        assertThat(authority.post(link, fields).statusCode() / 100).isEqualTo(3);
    }

    private void fitsAndIsAccessible() {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + page.url())
                .isLessThanOrEqualTo(390);
        Accessibility.check(page);
    }
}
