package se.fixamingata.municipality;

import java.util.Map;

/**
 * What a municipality is called as somebody who acts: "Forshaga kommun", "Karlstads kommun", "Stockholms stad".
 *
 * <p>The first word is a genitive without its apostrophe (Lantmäteriet's god ortnamnssed): a name that ends in a vowel or in s stays
 * as it is, any other gets an s.
 */
final class AuthorityNames {

    private static final String NO_GENITIVE_S = "aeiouyåäösx";

    /** Those that call themselves something else, by code. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("0180", "Stockholms stad"),
            Map.entry("0183", "Sundbybergs stad"),
            Map.entry("0184", "Solna stad"),
            Map.entry("0186", "Lidingö stad"),
            Map.entry("0187", "Vaxholms stad"),
            Map.entry("0880", "Kalmar kommun"),
            Map.entry("0980", "Region Gotland"),
            Map.entry("1280", "Malmö stad"),
            Map.entry("1282", "Landskrona stad"),
            Map.entry("1283", "Helsingborgs stad"),
            Map.entry("1480", "Göteborgs stad"),
            Map.entry("1481", "Mölndals stad"),
            Map.entry("1488", "Trollhättans stad"),
            Map.entry("1490", "Borås stad"),
            Map.entry("1980", "Västerås stad"),
            Map.entry("2080", "Falu kommun"),
            Map.entry("2583", "Haparanda stad"));

    private AuthorityNames() {}

    /**
     * @param code SCB's four-digit code
     * @param name short name of the municipality
     */
    static String of(String code, String name) {
        String own = OWN.get(code);
        if (own != null) {
            return own;
        }
        char last = Character.toLowerCase(name.charAt(name.length() - 1));
        return name + (NO_GENITIVE_S.indexOf(last) < 0 ? "s kommun" : " kommun");
    }
}
