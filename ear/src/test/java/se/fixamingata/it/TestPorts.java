package se.fixamingata.it;

/** Where the parts of the test environment listen; the parent pom has the numbers. */
public final class TestPorts {

    public static final int HTTP = port("fmg.test.http.port", 28080);
    public static final int ADMIN = port("fmg.test.admin.port", 28048);
    public static final int METRICS = port("fmg.test.metrics.port", 28090);
    public static final int DATABASE = port("fmg.test.db.port", 13316);
    public static final int SMTP = port("fmg.test.smtp.port", 28025);

    /** Where replies lie; test-environment.sh counts as well. */
    public static final int IMAP = SMTP + 1;

    public static final int NOMINATIM = port("fmg.test.nominatim.port", 28091);
    public static final int OIDC = port("fmg.test.oidc.port", 28092);

    private TestPorts() {}

    private static int port(String property, int otherwise) {
        return Integer.getInteger(property, otherwise);
    }
}
