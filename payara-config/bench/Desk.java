import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Base64;

/** A caseworker's browser: signed in by a row, since a password costs what it is meant to cost. */
final class Desk {

    private final Site site;
    private final HttpClient browser;
    private String form;

    /** @param accountId 1 to 8: caseworkers of the authority that has most reports, see {@code reports.sql} */
    Desk(Site site, Connection database, long accountId) throws Exception {
        this.site = site;
        String token = token();
        try (PreparedStatement session = database.prepareStatement("insert into account_session (id, account_id, token_hash, browser,"
                + " created_at, last_seen_at, expires_at) values (next value for inner_number, ?, ?, 'Bench', utc_timestamp(6),"
                + " utc_timestamp(6), utc_timestamp(6) + interval 1 day)")) {
            session.setLong(1, accountId);
            session.setBytes(2, hash(token));
            session.executeUpdate();
        }
        CookieManager cookies = new CookieManager();
        HttpCookie cookie = new HttpCookie("fmg_session", token);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(site.address("/"), cookie);
        browser = Site.browser(cookies);
    }

    /** A secret as the server makes them: 256 bits. */
    static String token() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** What the database keeps of a secret. */
    static byte[] hash(String token) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
    }

    HttpClient browser() {
        return browser;
    }

    /** What the filter row of the inbox sends when the filter becomes that; the inbox stays open meanwhile. */
    Asked filter(String query) {
        try {
            if (form == null) {
                String page = site.page(browser, "/handlaggning?status=all");
                form = "jakarta.faces.partial.ajax=true&list=list&" + Site.csrf(page) + "&jakarta.faces.ViewState="
                        + Site.encode(Site.found("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"", page)) + remoteCommand(page);
            }
            return new Asked("/handlaggning/inkorg", null, this, form + "&query=" + Site.encode(query));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String remoteCommand(String page) {
        String command = Site.found("inboxShow\\s*=\\s*function\\([^)]*\\)\\s*\\{(.*?)\\}\\s*;?\\s*\\n?", page);
        String source = Site.encode(Site.found("s:\"([^\"]+)\"", command));
        return "&jakarta.faces.source=" + source + "&jakarta.faces.partial.execute=" + Site.encode(Site.found("p:\"([^\"]+)\"", command))
                + "&jakarta.faces.partial.render=" + Site.encode(Site.found("u:\"([^\"]+)\"", command).replace(',', ' ')) + "&" + source + "="
                + source;
    }
}
