package se.fixamingata.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What came in over SMTP is shown and can do nothing. */
class DevMailIT extends BrowserTest {

    private static final Path DIRECTORY = Path.of(System.getProperty("fmg.root", ".."), "target/test/mail");
    private static final String NAME = "1795413600000-00001";

    private static final String HOSTILE =
            """
            Delivered-To: kim@example.org
            From: FixaMinGata <noreply@fixamingata.example>
            To: kim@example.org
            Subject: <script>document.title='taken'</script> =?utf-8?q?Bekr=C3=A4fta?=
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary="part"

            --part
            Content-Type: multipart/alternative; boundary="inner"

            --inner
            Content-Type: text/plain; charset=utf-8

            Klicka: http://localhost/bekrafta/abc <b>fet</b>
            --inner
            Content-Type: text/html; charset=utf-8

            <p id="shown">Hej <img src="cid:karta"></p><script>top.document.title='taken'</script>
            --inner--
            --part
            Content-Type: image/png; name="karta.png"
            Content-ID: <karta>
            Content-Disposition: inline; filename="karta.png"
            Content-Transfer-Encoding: base64

            iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==
            --part
            Content-Type: text/html; name="fara.html"
            Content-Disposition: attachment; filename="fara.html"

            <script>alert(1)</script>
            --part--
            """;

    @BeforeAll
    static void keepOne() throws IOException {
        Files.createDirectories(DIRECTORY);
        Files.writeString(DIRECTORY.resolve(NAME + ".eml"), HOSTILE.replace("\n", "\r\n"));
    }

    @Test
    void listsAndShowsWithoutBeingFooled() {
        Page page = page(Screen.DESK);
        page.navigate("/dev/mail");
        page.getByText("Bekräfta").click();
        page.frameLocator("iframe").locator("#shown img").waitFor();
        assertThat(page.title()).contains("<script>");
        assertThat(page.locator("pre a").getAttribute("href")).isEqualTo("http://localhost/bekrafta/abc");
        assertThat(page.locator("pre").innerText()).contains("<b>fet</b>");
        keepPicture(page, "dev-mail");
    }

    @Test
    void anAttachmentIsAFileUnlessItIsAPicture() {
        assertThat(get("/dev/mail/" + NAME + "/0").headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/png"));
        assertThat(get("/dev/mail/" + NAME + "/1").headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/octet-stream"));
    }

    @Test
    void aLetterIsAnsweredAsItsRecipientWould() throws IOException, MessagingException {
        String secret = "svar+" + "a".repeat(51) + "q@fixamingata.example";
        Files.writeString(
                DIRECTORY.resolve("1795413600000-00002.eml"),
                String.join(
                        "\r\n",
                        "From: FixaMinGata <noreply@fixamingata.example>",
                        "To: gata@forshaga.example",
                        "Reply-To: " + secret,
                        "Subject: Ny rapport: Lampa [#1]",
                        "Message-ID: <letter@fixamingata.example>",
                        "",
                        "En lampa."));
        Page page = page(Screen.PHONE);
        page.navigate("/dev/mail/1795413600000-00002");
        page.getByLabel("Svar", new Page.GetByLabelOptions().setExact(true)).fill("Lampan är bytt.");
        page.getByText("Skicka svaret").click();
        page.getByText("Svaret är skickat").waitFor();

        MimeMessage answer = MailBox.await(secret, 1).get(0);
        assertThat(answer.getFrom()[0]).hasToString("gata@forshaga.example");
        assertThat(answer.getHeader("In-Reply-To")).containsExactly("<letter@fixamingata.example>");
        assertThat(MailBox.text(answer)).startsWith("Lampan är bytt.").contains("> En lampa.");
        // Only letters that can be answered have the form, and only they are answered.
        page.navigate("/dev/mail/" + NAME);
        assertThat(page.getByText("Skicka svaret").count()).isZero();
        Resident anybody = new Resident();
        anybody.get("/dev/mail/1795413600000-00002");
        assertThat(anybody.post("/dev/mail/" + NAME, Map.of("text", "x")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingElseCanBeRead() {
        for (String path : new String[] {"/dev/mail/..%2f..%2fpom", "/dev/mail/passwd", "/dev/mail/" + NAME + "/7"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
        }
    }
}
