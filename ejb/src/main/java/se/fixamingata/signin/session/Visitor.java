package se.fixamingata.signin.session;

/**
 * With what somebody comes.
 *
 * @param browser the browser's name in a few words, as the list of sessions shows it
 * @param remember whether this browser is to be remembered beyond the session
 */
public record Visitor(String browser, boolean remember) {

    private static final int BROWSER_MAX = 200;

    public Visitor {
        browser = browser.length() > BROWSER_MAX ? browser.substring(0, BROWSER_MAX) : browser;
    }
}
