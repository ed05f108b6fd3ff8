package se.fixamingata.inbox;

import se.fixamingata.account.Caller;

/**
 * Whose reports are meant.
 *
 * @param accountId null unless somebody in particular
 */
public record Assignee(Kind kind, Long accountId) {

    /** Who, as seen from the one who asks. */
    public enum Kind {
        ME,
        NOBODY,
        ACCOUNT
    }

    public static final Assignee ME = new Assignee(Kind.ME, null);
    public static final Assignee NOBODY = new Assignee(Kind.NOBODY, null);

    public static Assignee account(long id) {
        return new Assignee(Kind.ACCOUNT, id);
    }

    /** Whose account that is for the caller; null for nobody's. */
    Long account(Caller caller) {
        return switch (kind) {
            case ME -> caller.accountId();
            case NOBODY -> null;
            case ACCOUNT -> accountId;
        };
    }
}
