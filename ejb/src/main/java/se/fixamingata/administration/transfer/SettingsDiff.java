package se.fixamingata.administration.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.fixamingata.administration.CategoryChoice;
import se.fixamingata.deadline.DueDays;
import se.fixamingata.joining.Refusal;

/** What one document says otherwise than another. */
final class SettingsDiff {

    private final List<SettingChange> changes = new ArrayList<>();

    private SettingsDiff() {}

    /** In the order of the page: the authority's own, then category by category, then days. */
    static List<SettingChange> between(SettingsDocument now, SettingsDocument file) {
        SettingsDiff diff = new SettingsDiff();
        diff.add("email", "", now.categories().email(), file.categories().email());
        diff.add("refusal", "", text(now.refusal()), text(file.refusal()));
        Map<String, CategoryChoice> said = file.categories().categories().stream()
                .collect(Collectors.toMap(CategoryChoice::code, Function.identity(), (one, again) -> one));
        for (CategoryChoice before : now.categories().categories()) {
            CategoryChoice after = said.getOrDefault(before.code(), before);
            diff.add("on", before.code(), String.valueOf(before.on()), String.valueOf(after.on()));
            diff.add(
                    "private",
                    before.code(),
                    String.valueOf(before.confidential()),
                    String.valueOf(after.confidential()));
            diff.add("recipient", before.code(), before.recipient(), after.recipient());
        }
        TreeSet<String> codes = new TreeSet<>(now.deadlines().keySet());
        codes.addAll(file.deadlines().keySet());
        codes.forEach(code -> diff.add(
                "deadline",
                code,
                text(now.deadlines().get(code)),
                text(file.deadlines().get(code))));
        return diff.changes;
    }

    private static String text(DueDays days) {
        return days == null ? "" : days.answer() + "/" + days.solve();
    }

    private static String text(Optional<Refusal> refusal) {
        return refusal.map(one -> String.join("\n", one.sv(), one.en(), one.url()))
                .orElse("")
                .strip();
    }

    private void add(String setting, String category, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new SettingChange(setting, category, before, after));
        }
    }
}
