package se.fixamingata.demonstration;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import se.fixamingata.report.Reporter;

/** Invented people: common first names with surnames that nobody bears, at addresses in reserved domains (RFC 2606). */
final class People {

    private static final List<String> FIRST = List.of(
            "Anna", "Erik", "Fatima", "Johan", "Maja", "Ali", "Karin", "Oskar", "Leila", "Gustav", "Elsa", "Samir",
            "Ingrid", "Nils", "Amina", "Björn", "Åsa", "Östen", "Sofia", "Milan", "Greta", "Hugo", "Zahra", "Lars",
            "Märta", "Viktor");

    private static final List<String> LAST = List.of(
            "Exempelsson",
            "Provlund",
            "Testqvist",
            "Påhittberg",
            "Mallström",
            "Demogren",
            "Skissander",
            "Låtsasdal",
            "Utkastman",
            "Fingerfors",
            "Övningsröm",
            "Modellius");

    private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");

    private People() {}

    static Reporter somebody(RandomGenerator random) {
        String first = FIRST.get(random.nextInt(FIRST.size()));
        String last = LAST.get(random.nextInt(LAST.size()));
        String address = plain(first) + "." + plain(last) + "@" + DOMAINS.get(random.nextInt(DOMAINS.size()));
        // 070-174 06 05 to 99 are numbers that the Swedish authority keeps free for fiction.
        String phone = random.nextInt(3) == 0 ? "070-174 06 " + (10 + random.nextInt(90)) : null;
        return new Reporter(first + " " + last, address, phone, random.nextInt(4) == 0);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
