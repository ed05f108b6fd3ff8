package se.fixamingata.it;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who can sign in, made for one test: an account, and a place at an authority if it has one. Several tests' people do not know
 * each other.
 */
public final class Staff {

    /** Everybody's. */
    public static final String PASSWORD = "en lykta som lyser vid kajen";

    private static final String HASH =
            "PBKDF2WithHmacSHA512:210000:wOd5pZJ6HMyicTcpxRGNrg==:" + "Kd+ysVCKFgjM4vClStIYEIdu/t2QIlM3Duad/4/p5Mg=";

    /** In table {@code account}. */
    public final long accountId;

    public final String email;

    /** As colleagues and the history call it. */
    public final String name;

    private Staff(long accountId, String email, String name) {
        this.accountId = accountId;
        this.email = email;
        this.name = name;
    }

    /** An account without any back office. */
    public static Staff resident() {
        return account("Boel Boende", false);
    }

    /** Looks on at that authority. */
    public static Staff reader(String authorityCode) {
        return account("Lena Läsare", false).at(authorityCode, "READER");
    }

    /** Handles that authority's reports. */
    public static Staff caseworker(String authorityCode) {
        return account("Hanna Handläggare", false).at(authorityCode, "CASEWORKER");
    }

    /** Handles that authority's reports, and decides about its staff. */
    public static Staff administrator(String authorityCode) {
        return account("Adam Administratör", false).at(authorityCode, "ADMINISTRATOR");
    }

    /** Works for the whole service. */
    public static Staff operator() {
        return account("Olga Operatör", true);
    }

    /** Another place, or another role at the same one. */
    public Staff at(String authorityCode, String role) {
        write(
                "insert into membership (id, account_id, authority_code, role, categories, created_at)"
                        + " values (next value for inner_number, ?, ?, ?, '', utc_timestamp(6))"
                        + " on duplicate key update role = values(role)",
                accountId,
                authorityCode,
                role);
        return this;
    }

    /** From now on only reports in these categories, at every authority. */
    public Staff limitedTo(String... categoryCodes) {
        write("update membership set categories = ? where account_id = ?", String.join(",", categoryCodes), accountId);
        return this;
    }

    /** The place is taken away, as an administrator does. */
    public void dismiss() {
        write("delete from membership where account_id = ?", accountId);
    }

    /** A browser without scripts in which this person is signed in: the real form, the real password. */
    public Resident signedIn() {
        Resident browser = new Resident();
        browser.get("/logga-in");
        HttpResponse<String> answer = browser.post("/logga-in", credentials());
        if (answer.statusCode() != 303) {
            throw new AssertionError("Not signed in: " + answer.statusCode() + "\n" + answer.body());
        }
        return browser;
    }

    /** What the form is filled in with. */
    public Map<String, String> credentials() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("email", email);
        fields.put("password", PASSWORD);
        return fields;
    }

    /** Signs in in a window, and goes on to that path; {@code /handlaggning} for example. */
    public void signIn(Page page, String path) {
        page.navigate("/logga-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("#sign-in button[value=password]").click();
        page.waitForURL(url -> !url.contains("/logga-in"));
        page.navigate(path);
    }

    private static Staff account(String name, boolean operator) {
        String email = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID()
                + "@example.org";
        write(
                "insert into account (id, email, name, language, operator, password_hash, failed_attempts, created_at,"
                        + " version) values (next value for inner_number, ?, ?, 'sv', ?, ?, 0, utc_timestamp(6), 1)",
                email,
                name,
                operator,
                HASH);
        return new Staff(number(email), email, name);
    }

    private static long number(String email) {
        return Long.parseLong(ServerTest.stored("select id from account where email = ?", email)
                .orElseThrow());
    }

    private static void write(String statement, Object... parameters) {
        try (Connection database = ServerTest.database();
                PreparedStatement prepared = database.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
