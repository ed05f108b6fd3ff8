package se.fixamingata.open311.client;

/** How several values of one attribute are written. */
public enum AttributeStyle {
    /** {@code attribute[X][]=a&attribute[X][]=b}, as the specification says. */
    BRACKETS,
    /** {@code attribute[X]=a&attribute[X]=b}, as some servers want it. */
    REPEATED
}
