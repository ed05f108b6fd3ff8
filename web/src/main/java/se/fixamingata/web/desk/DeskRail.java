package se.fixamingata.web.desk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import se.fixamingata.account.Right;

/** The pages of the rail, whom they are for, and which of them an address belongs to. */
enum DeskRail {
    START("/handlaggning/start", "start", Right.VIEW),
    INBOX("/handlaggning", "inbox", Right.VIEW),
    CALL("/handlaggning/rapportera", "call", Right.HANDLE),
    REVIEW("/handlaggning/granskning", "review", Right.MODERATE),
    ANSWERS("/handlaggning/svarsmallar", "answers", Right.HANDLE),
    MAIL("/handlaggning/integration/post", "mail", Right.HANDLE),
    SETTINGS("/handlaggning/installningar", "settings", Right.ADMINISTER),
    CATEGORIES("/handlaggning/installningar/kategorier", "categories", Right.ADMINISTER),
    STAFF("/handlaggning/personal", "staff", Right.ADMINISTER),
    DEADLINES("/handlaggning/tider", "deadlines", Right.ADMINISTER),
    REMINDERS("/handlaggning/paminnelser", "reminders", Right.ADMINISTER),
    MESSAGES("/handlaggning/meddelanden", "messages", Right.ADMINISTER),
    SECURITY("/handlaggning/sakerhet", "security", Right.ADMINISTER),
    INTEGRATION("/handlaggning/integration", "integration", Right.ADMINISTER),
    LOG("/handlaggning/logg", "log", Right.ADMINISTER),
    GUIDE("/handlaggning/guide", "guide", null),
    OPERATION("/drift", "operation", null),
    OPERATION_CHECKLISTS("/drift/checklista", "operation-checklists", null),
    OPERATION_AUTHORITIES("/drift/kommuner", "operation-authorities", null),
    OPERATION_DELIVERIES("/drift/leveranser", "operation-deliveries", null),
    OPERATION_INTEGRATION("/drift/integration", "operation-integration", null),
    OPERATION_ACCOUNTS("/drift/anvandare", "operation-accounts", null),
    OPERATION_LETTERS("/drift/utskick", "operation-letters", null),
    OPERATION_MESSAGES("/drift/meddelanden", "operation-messages", null),
    OPERATION_BLOCKED("/drift/sparrade", "operation-blocked", null),
    OPERATION_JOBS("/drift/jobb", "operation-jobs", null),
    OPERATION_MAIL("/drift/post", "operation-mail", null),
    OPERATION_RETENTION("/drift/gallring", "operation-retention", null),
    OPERATION_PERSON("/drift/person", "operation-person", null),
    OPERATION_SETTINGS("/drift/installningar", "operation-settings", null),
    OPERATION_LOG("/drift/logg", "operation-log", null);

    /** Where mails wait for an authority, and for the operator. */
    static final String MAIL_KEY = MAIL.key;

    static final String OPERATION_MAIL_KEY = OPERATION_MAIL.key;

    private final String path;
    private final String key;
    private final Right right;

    /** @param right that it needs; null for none */
    DeskRail(String path, String key, Right right) {
        this.path = path;
        this.key = "desk.rail." + key;
        this.right = right;
    }

    /**
     * What somebody sees; the entry with the longest path that the address lies at or below is current.
     *
     * @param may whether they have the right at the desk
     * @param operator whether they work for the whole service
     * @param query what follows the question mark of paths that are about one authority; empty for nothing
     */
    static List<DeskEntry> entries(String address, Predicate<Right> may, boolean operator, String query) {
        DeskRail current = Arrays.stream(values())
                .filter(page -> address.equals(page.path) || address.startsWith(page.path + "/"))
                .max(Comparator.comparingInt(page -> page.path.length()))
                .orElse(null);
        return Arrays.stream(values())
                .filter(page -> page.right == null || may.test(page.right))
                .filter(page -> operator || !page.isForOperators())
                .map(page -> new DeskEntry(
                        query.isEmpty() || page.isForOperators() ? page.path : page.path + "?" + query,
                        page.key,
                        page == current ? "page" : null))
                .toList();
    }

    private boolean isForOperators() {
        return path.startsWith("/drift");
    }
}
