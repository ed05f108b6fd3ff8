package se.fixamingata.municipality;

/** Whether an authority answers for a municipality's streets or for the state's. */
public enum AuthorityKind {
    MUNICIPALITY,
    STATE
}
