package se.fixamingata.shared;

import java.util.Locale;

/** The two languages of the product. Swedish is the first: what is unknown is Swedish. */
public enum Language {
    SV,
    EN;

    /** The two-letter code of ISO 639-1, lower case, as it stands in {@code lang} attributes and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return this == SV ? Locale.forLanguageTag("sv-SE") : Locale.forLanguageTag("en-GB");
    }

    /** The language with that code; Swedish for null and for anything that is not one of ours. */
    public static Language of(String code) {
        return "en".equalsIgnoreCase(code) ? EN : SV;
    }
}
