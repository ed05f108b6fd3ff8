package se.fixamingata.incoming;

/** There is a picture to fetch as soon as the running transaction has committed. Fired inside it by whoever writes the row. */
public record RemotePhotoDue() {}
