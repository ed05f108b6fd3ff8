package se.fixamingata.subscription;

import se.fixamingata.account.Caller;

/**
 * Whose subscriptions they are.
 *
 * @param accountId null for the holder of a link
 */
record Holder(String email, Long accountId) {

    static Holder of(Caller caller) {
        return new Holder(caller.email(), caller.accountId());
    }

    boolean has(Subscription subscription) {
        return subscription.email().equalsIgnoreCase(email)
                || accountId != null && accountId.equals(subscription.accountId());
    }

    /** In the audit trail. */
    String actor() {
        return accountId == null ? "resident" : "account:" + accountId;
    }

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "Holder[" + accountId + "]";
    }
}
