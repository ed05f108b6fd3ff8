import java.net.CookieManager;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How soon a municipality has a report, and how many it can be sent in a second. */
final class Sending {

    private final Site site;
    private final Samples samples;
    private final Connection database;
    private final MailSink mail;

    Sending(Site site, Samples samples, Connection database, MailSink mail) {
        this.site = site;
        this.samples = samples;
        this.database = database;
        this.mail = mail;
    }

    void measure() throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            String token = unconfirmedReport();
            mail.accepted().clear();
            long pressed = confirm(token);
            Long accepted = mail.accepted().poll(60, TimeUnit.SECONDS);
            if (accepted == null) {
                Table.wrong("No mail within 60 s of a confirmation.");
                return;
            }
            // The first two warm the way up.
            if (i > 1) {
                seconds.add((accepted - pressed) / 1e9);
            }
        }
        seconds.sort(null);
        Table.say("Confirmation (button pressed) to the mail server's acceptance, %d reports one by one: median %.2f s, slowest %.2f s.",
                seconds.size(), seconds.get(seconds.size() / 2), seconds.get(seconds.size() - 1));
        many();
    }

    private void many() throws Exception {
        int due = dueDeliveries(500);
        mail.accepted().clear();
        confirm(unconfirmedReport());
        Long first = mail.accepted().poll(60, TimeUnit.SECONDS);
        Long last = first;
        for (int i = 0; i < due && last != null; i++) {
            last = mail.accepted().poll(60, TimeUnit.SECONDS);
        }
        if (last == null) {
            Table.wrong("Not all of %d due deliveries arrived within a minute of each other.", due);
        } else {
            Table.say("Deliveries with a local mail server, %d due at once: %.0f a second (each followed by a mail to its reporter).",
                    due, due * 1e9 / (last - first));
        }
    }

    /** A report that waits for its confirmation, and the token of its link. */
    private String unconfirmedReport() throws Exception {
        String token = Desk.token();
        try (Statement statement = database.createStatement()) {
            ResultSet number = statement.executeQuery("select nextval(report_number)");
            number.next();
            long id = number.getLong(1);
            statement.executeUpdate("insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed,"
                    + " title, description, lat, lon, cell, address, reporter_name, reporter_email, show_name, language, source,"
                    + " submitted_at, changed_at, version) select " + id + ", municipality_code, authority_code, category_code,"
                    + " 'UNCONFIRMED', 'PUBLIC', 0, title, description, lat, lon, cell, address, reporter_name, reporter_email, 0, 'sv',"
                    + " 'WEB', utc_timestamp(6), utc_timestamp(6), 1 from report where id = " + samples.any().id());
            try (PreparedStatement link = database.prepareStatement("insert into secret_link (token_hash, purpose, report_id, created_at,"
                    + " expires_at) values (?, 'CONFIRM_REPORT', ?, utc_timestamp(6), utc_timestamp(6) + interval 1 day)")) {
                link.setBytes(1, Desk.hash(token));
                link.setLong(2, id);
                link.executeUpdate();
            }
        }
        return token;
    }

    /** Opens the link, presses its button; when it was pressed. */
    private long confirm(String token) throws Exception {
        HttpClient browser = Site.browser(new CookieManager());
        String path = "/bekrafta/" + token;
        String form = Site.csrf(site.page(browser, path));
        long pressed = System.nanoTime();
        int status = site.send(browser, path, form).statusCode();
        if (status >= 400) {
            throw new IllegalStateException("The confirmation was answered with " + status);
        }
        return pressed;
    }

    private int dueDeliveries(int number) throws SQLException {
        try (Statement statement = database.createStatement()) {
            ResultSet block = statement.executeQuery("select nextval(inner_number)");
            block.next();
            long first = block.getLong(1) - 499;
            return statement.executeUpdate("insert into delivery (id, report_id, authority_code, channel, recipient, state, attempts,"
                    + " created_at, next_attempt_at, message_id, version) select " + first + " + row_number() over (order by id), id,"
                    + " authority_code, 'MAIL', '" + MailSink.MUNICIPALITY + "', 'DUE', 0, utc_timestamp(6), utc_timestamp(6),"
                    + " concat('<bench-', uuid(), '@example.org>'), 1 from report where listed = 1 and status = 'REPORTED' order by id desc limit "
                    + (number - 1));
        }
    }
}
