package se.fixamingata.open311.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.shared.Language;

/**
 * What a client sent, from the address, the form or the parts of a multipart body alike. An empty argument is an absent one: clients
 * send {@code jurisdiction_id=&start_date=&status=} all the time.
 */
public final class Arguments {

    private final Map<String, String[]> values;

    /** @param values names and values as the container decoded them */
    public Arguments(Map<String, String[]> values) {
        this.values = values;
    }

    /** The first value that says anything, without blanks around it. */
    public Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    /** Every value that says anything. */
    public List<String> all(String name) {
        return Arrays.stream(values.getOrDefault(name, new String[0]))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /**
     * The members of a list separated by commas, or of the same argument several times.
     *
     * @throws Refusal when there are more than that many
     */
    public List<String> list(String name, int most) {
        List<String> members = all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", most + 2)))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
        if (members.size() > most) {
            throw Refusal.bad(name + " may have at most " + most + " values");
        }
        return members;
    }

    /** Of what things are called: Swedish, unless {@code locale} wants English. */
    public Language language() {
        return find("locale")
                        .map(locale -> locale.toLowerCase(Locale.ROOT))
                        .filter(locale -> locale.startsWith("en"))
                        .isPresent()
                ? Language.EN
                : Language.SV;
    }

    /** As the container decoded them, for whoever looks for arguments by a pattern. */
    public Map<String, String[]> raw() {
        return values;
    }
}
