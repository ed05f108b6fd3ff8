package se.fixamingata.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Role;
import se.fixamingata.shared.Language;

class GuardTest {

    private static Caller caller(String who) {
        return switch (who) {
            case "nobody" -> null;
            case "resident" -> caller(false, List.of());
            case "reader" -> caller(false, List.of(new Membership("1763", Role.READER, Set.of())));
            default -> caller(true, List.of());
        };
    }

    private static Caller caller(boolean operator, List<Membership> memberships) {
        return new Caller(1, 2, "Anna", "anna@example.org", Language.SV, operator, memberships);
    }

    @ParameterizedTest
    @CsvSource({
        "/, nobody, OPEN",
        "/rapport/1, nobody, OPEN",
        "/kontakt, nobody, OPEN",
        "/handlaggningen, nobody, OPEN",
        "/handlaggning, nobody, SIGN_IN",
        "/handlaggning/rapport/1, nobody, SIGN_IN",
        "/handlaggning.xhtml, nobody, SIGN_IN",
        "/drift/jobb, nobody, SIGN_IN",
        "/konto, nobody, SIGN_IN",
        "/konto/sakerhet, nobody, SIGN_IN",
        "/handlaggning, resident, ABSENT",
        "/drift, resident, ABSENT",
        "/konto, resident, WELCOME",
        "/handlaggning, reader, WELCOME",
        "/drift/logg, reader, ABSENT",
        "/handlaggning/rapport/1, operator, WELCOME",
        "/drift, operator, WELCOME"
    })
    void pagesAreForWhomTheyAre(String path, String who, Guard.Verdict verdict) {
        assertThat(Guard.of(path, caller(who), false)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "/drift, operator, FACTOR",
        "/drift/logg, operator, FACTOR",
        "/handlaggning/rapport/1, operator, FACTOR",
        "/handlaggning, reader, FACTOR",
        "/drift, reader, ABSENT",
        "/konto/sakerhet, operator, WELCOME",
        "/rapport/1, operator, OPEN"
    })
    void whoMustSetUpASecondFactorFirstIsLedThere(String path, String who, Guard.Verdict verdict) {
        assertThat(Guard.of(path, caller(who), true)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/handlaggning",
                "/handlaggning/rapport/1?a=forshaga&b=%C3%A5#svar",
                "/konto/sakerhet",
                "/logga-in/klar"
            })
    void whereSomebodyWantedToGoIsKept(String target) {
        assertThat(LocalTarget.parse(target)).contains(target);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "konto",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/konto\r\nSet-Cookie: a=b",
                "/kontö",
                "/%zz",
                "/logga-in",
                "/logga-in?till=/konto",
                "/logga-ut"
            })
    void nobodyIsLedToAForeignSiteOrInACircle(String target) {
        assertThat(LocalTarget.parse(target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0 | Firefox, Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1 | Safari, iPhone",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 | Chrome, Linux",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0 | Edge, Windows",
                "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36 | Samsung Internet, Android",
                "<script>alert(1)</script> | ''",
                "Java-http-client/17 | ''"
            })
    void browsersAreCalledWhatTheirOwnersCallThem(String userAgent, String name) {
        assertThat(Browsers.name(userAgent)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"otpauth://totp/x?secret=ABC"})
    void aQrCodeIsADrawing(String text) {
        assertThat(QrPicture.svg(text, "QR-kod"))
                .startsWith("<svg class=\"qr\" role=\"img\" aria-label=\"QR-kod\" viewBox=\"0 0 ")
                .endsWith("/></svg>");
    }
}
