package se.fixamingata.oidc;

/** Whom a provider vouches for. */
record VouchedFor(String email) {

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "VouchedFor[…]";
    }
}
