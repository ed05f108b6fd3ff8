package se.fixamingata.incomingmail.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Mails in the shapes of the programs that people write with, and of the machines that answer by themselves. */
public final class Fixtures {

    /** To which they are addressed. */
    public static final String ADDRESS =
            "svar+mfrggzdfmztwq2lkmfrggzdfmztwq2lkmfrggzdfmztwq2lkmfrq@svar.fixamingata.example";

    /** Of the letter that they answer, or that came back. */
    public static final String LETTER = "<0d5a2c1e-6f3b-4a6e-9d39-0f5f3f6f0a11@fixamingata.example>";

    private Fixtures() {}

    public static byte[] raw(String name) {
        try (InputStream file = Fixtures.class.getResourceAsStream("/incomingmail/" + name + ".eml")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if it had been sent to that address, from that one, about that letter. */
    public static byte[] raw(String name, String to, String from, String letter) {
        String text = new String(raw(name), StandardCharsets.ISO_8859_1)
                .replace(ADDRESS, to)
                .replace("anna.svensson@forshaga.example", from)
                .replace(LETTER, letter)
                .replaceAll("(?i)gata@forshaga\\.example", "Gata@forshaga.test");
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static ReadMail mail(String name) {
        return MailReader.read(raw(name));
    }

    static ReadMail mail(String... lines) {
        return MailReader.read(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
