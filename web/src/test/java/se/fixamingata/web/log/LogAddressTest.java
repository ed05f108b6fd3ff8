package se.fixamingata.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an address says of the log, whatever somebody has typed into it. */
class LogAddressTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static LogAddress read(String... namesAndValues) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                LogAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> parameters.get((String) arguments[0]));
        return LogAddress.read(request, TODAY);
    }

    @Test
    void meansTheLastMonthWhenNothingIsSaid() {
        LogAddress plain = read();
        assertThat(plain.from()).isEqualTo("2026-10-24");
        assertThat(plain.until()).isEqualTo(TODAY);
        assertThat(plain.filter("1763").from()).isEqualTo(Instant.parse("2026-10-23T22:00:00Z"));
        assertThat(plain.filter("1763").until())
                .as("the whole last day, in Sweden")
                .isEqualTo("2026-11-23T23:00:00Z");
        assertThat(plain.filter(null).authorityCode()).isNull();
    }

    @Test
    void leavesNonsenseOut() {
        LogAddress nonsense = read(
                "fran",
                "2026-02-30",
                "till",
                "99999-01-01",
                "konto",
                "1 or 1=1",
                "vad",
                "report' --",
                "om",
                "<script>");
        assertThat(nonsense.from()).isEqualTo("2026-10-24");
        assertThat(nonsense.until()).isEqualTo(TODAY);
        assertThat(nonsense.account()).isNull();
        assertThat(nonsense.noun()).isEmpty();
        assertThat(nonsense.filter(null).subject()).as("finds nothing").isEqualTo("-");
        assertThat(read("vem", "x".repeat(500)).who()).hasSize(100);
    }

    @Test
    void takesDaysTheWrongWayRoundAsTheyWereMeant() {
        LogAddress turned = read("fran", "2026-11-20", "till", "2026-11-01");
        assertThat(turned.from()).isEqualTo("2026-11-01");
        assertThat(turned.until()).isEqualTo("2026-11-20");
    }

    @Test
    void knowsReportsByTheirNumber() {
        for (String typed : new String[] {"4711", "#4711", "report:4711", " #4711 "}) {
            assertThat(read("om", typed).filter(null).subject()).as(typed).isEqualTo("report:4711");
        }
        assertThat(read("om", "authority:*").filter(null).subject()).isEqualTo("authority:*");
    }

    @Test
    void writesWhatItHasRead() {
        LogAddress address = read("fran", "2026-11-01", "vem", "Åsa & Bo", "konto", "7", "vad", "sign-in", "om", "#1");
        assertThat(address.query("a=forshaga"))
                .isEqualTo(
                        "a=forshaga&fran=2026-11-01&till=2026-11-23&vem=%C3%85sa+%26+Bo&konto=7&vad=sign-in&om=%231");
        assertThat(address.withAccount(null).account()).isNull();
        assertThat(address.withAbout("report:2").query(""))
                .doesNotStartWith("&")
                .endsWith("om=report%3A2");
    }
}
