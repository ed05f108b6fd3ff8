package se.fixamingata.oidc;

/** A provider that is in use, with what we need to talk to it. */
record Provider(String authorityCode, String issuer, String clientId, String clientSecret) {

    /** Never the secret. */
    @Override
    public String toString() {
        return "Provider[" + authorityCode + "]";
    }
}
