package se.fixamingata.municipality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.category.Category;

/**
 * What the lines of {@code authorities.csv} must say: one line for each authority, below it one for each category that goes elsewhere.
 * Every problem is told with its line; a file with any problem is refused as a whole.
 */
final class AuthorityRules {

    private static final int NAME_MAX = 80;
    private static final int REFUSAL_MAX = 2000;
    private static final int URL_MAX = 500;
    private static final List<String> ONE_LINE = AuthoritiesCsv.HEADER.stream()
            .filter(column -> !column.equals("refusal_sv") && !column.equals("refusal_en"))
            .toList();
    private static final Set<String> KINDS = names(AuthorityKind.values());
    private static final Set<String> STATES = names(AuthorityState.values());

    private final Map<String, Authority> registered;
    private final Set<String> categoryCodes;

    private final LineChecks checks = new LineChecks();
    private final Map<String, AuthorityLine> own = new HashMap<>();
    private final Map<String, AuthorityEntry> entries = new LinkedHashMap<>();

    /**
     * @param registered the authorities that exist, by code
     * @param categoryCodes the categories that exist
     */
    AuthorityRules(Map<String, Authority> registered, Set<String> categoryCodes) {
        this.registered = registered;
        this.categoryCodes = categoryCodes;
    }

    /** Judges all lines, in their order. */
    void judge(List<AuthorityLine> lines) {
        for (AuthorityLine line : lines) {
            if (!checks.areOneLine(line, ONE_LINE)) {
                continue;
            }
            if (!registered.containsKey(line.get("code"))) {
                checks.problem(line, "no authority has the code \"" + LineChecks.shown(line.get("code")) + "\"");
            } else if (line.isException()) {
                exception(line);
            } else {
                authority(line);
            }
        }
    }

    /** What is wrong, by line; empty when the entries may be taken over. */
    List<FileProblem> problems() {
        return checks.problems();
    }

    /** What the lines say, in the order of the file; meaningless while there are problems. */
    List<AuthorityEntry> entries() {
        return List.copyOf(entries.values());
    }

    private void authority(AuthorityLine line) {
        String code = line.get("code");
        Authority authority = registered.get(code);
        AuthorityLine earlier = own.putIfAbsent(code, line);
        if (earlier != null) {
            checks.problem(line, code + " has a line of its own already, line " + earlier.number());
            return;
        }
        names(line, authority);
        kind(line, authority);
        AuthorityState state = checks.isOneOf(line, "state", STATES)
                ? AuthorityState.valueOf(line.get("state").toUpperCase(Locale.ROOT))
                : AuthorityState.DEFAULT;
        String email = checks.email(line, "email");
        Set<String> categories = categories(line, "categories", authority);
        Set<String> privates = privates(line, categories, authority);
        AuthorityEntry.Refusal refusal = refusal(line, state);
        entries.put(
                code,
                new AuthorityEntry(
                        code, line.get("name"), state, email, categories, privates, new TreeMap<>(), refusal));
    }

    private void names(AuthorityLine line, Authority authority) {
        if (!authority.slug().equals(line.get("slug"))) {
            String given = LineChecks.shown(line.get("slug"));
            checks.problem(
                    line,
                    "the slug of " + authority.code() + " is \"" + authority.slug() + "\", not \"" + given + "\"");
        }
        if (!line.has("name")) {
            checks.problem(line, "name is missing");
        }
        checks.atMost(line, "name", NAME_MAX);
    }

    private void kind(AuthorityLine line, Authority authority) {
        String kind = authority.kind().name().toLowerCase(Locale.ROOT);
        if (checks.isOneOf(line, "kind", KINDS) && !kind.equals(line.get("kind"))) {
            checks.problem(line, authority.code() + " is of the kind " + kind + ", not " + line.get("kind"));
        }
    }

    private void exception(AuthorityLine line) {
        String code = line.get("code");
        AuthorityLine authority = own.get(code);
        if (authority == null) {
            checks.problem(line, "the line of " + code + " itself has to come before those of its categories");
            return;
        }
        repeats(line, authority);
        String category = line.get("category");
        String email = checks.email(line, "category_email");
        if (!line.has("category")) {
            checks.problem(line, "category is missing");
        } else if (!line.has("category_email")) {
            checks.problem(line, "category_email is missing");
        } else if (isKnown(line, category)
                && isResponsible(line, category, registered.get(code))
                && entries.get(code).recipients().putIfAbsent(category, String.valueOf(email)) != null) {
            checks.problem(line, "category " + category + " of " + code + " has an address already");
        }
    }

    /** An exception's other columns are empty, or say the same again. */
    private void repeats(AuthorityLine line, AuthorityLine authority) {
        AuthoritiesCsv.HEADER.stream()
                .filter(column -> !column.equals("category") && !column.equals("category_email"))
                .filter(column -> line.has(column) && !line.get(column).equals(authority.get(column)))
                .forEach(column -> checks.problem(
                        line, column + " differs from line " + authority.number() + ": leave it empty here"));
    }

    /** What is never offered cannot be private either: more likely the code is the wrong one. */
    private Set<String> privates(AuthorityLine line, Set<String> chosen, Authority authority) {
        Set<String> privates = categories(line, "private", authority);
        privates.stream()
                .filter(code -> !chosen.isEmpty() && !chosen.contains(code))
                .forEach(code -> checks.problem(line, "private category " + code + " is none of its categories"));
        return privates;
    }

    private Set<String> categories(AuthorityLine line, String column, Authority authority) {
        Set<String> chosen = new TreeSet<>();
        List<String> codes = Arrays.stream(line.get(column).split("[,\\s]+"))
                .filter(code -> !code.isEmpty())
                .toList();
        for (String code : codes) {
            if (!isKnown(line, code)) {
                continue;
            }
            // A municipality may name state_road: it is offered everywhere anyway.
            if (column.equals("private") || !code.equals(Category.STATE_ROAD)) {
                isResponsible(line, code, authority);
            }
            if (!chosen.add(code)) {
                checks.problem(line, "category " + code + " stands twice in " + column);
            }
        }
        return chosen;
    }

    private boolean isKnown(AuthorityLine line, String category) {
        boolean known = categoryCodes.contains(category);
        if (!known) {
            checks.problem(line, "no category has the code \"" + LineChecks.shown(category) + "\"");
        }
        return known;
    }

    /** State roads are Trafikverket's alone, and all that it has. */
    private boolean isResponsible(AuthorityLine line, String category, Authority authority) {
        boolean stateRoad = category.equals(Category.STATE_ROAD);
        boolean responsible = stateRoad == (authority.kind() == AuthorityKind.STATE);
        if (!responsible) {
            checks.problem(
                    line,
                    stateRoad
                            ? "reports of state_road always go to Trafikverket"
                            : "Trafikverket gets no reports of " + category);
        }
        return responsible;
    }

    private AuthorityEntry.Refusal refusal(AuthorityLine line, AuthorityState state) {
        if (state == AuthorityState.REFUSING && !line.has("refusal_sv")) {
            checks.problem(line, "refusing needs refusal_sv: where to turn instead");
        }
        checks.atMost(line, "refusal_sv", REFUSAL_MAX);
        checks.atMost(line, "refusal_en", REFUSAL_MAX);
        checks.atMost(line, "refusal_url", URL_MAX);
        if (line.has("refusal_url") && !LineChecks.isWebAddress(line.get("refusal_url"))) {
            checks.problem(line, "refusal_url is no address that begins with https:// or http://");
        }
        return state != AuthorityState.REFUSING
                ? null
                : new AuthorityEntry.Refusal(
                        line.get("refusal_sv"),
                        LineChecks.orNull(line, "refusal_en"),
                        LineChecks.orNull(line, "refusal_url"));
    }

    private static Set<String> names(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
