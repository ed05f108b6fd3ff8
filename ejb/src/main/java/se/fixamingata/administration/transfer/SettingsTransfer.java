package se.fixamingata.administration.transfer;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.administration.CategoryAdministration;
import se.fixamingata.administration.CategoryChoice;
import se.fixamingata.administration.CategoryResult;
import se.fixamingata.deadline.DeadlineForm;
import se.fixamingata.deadline.DeadlineResult;
import se.fixamingata.deadline.DeadlineTable;
import se.fixamingata.deadline.DeadlineView;
import se.fixamingata.deadline.DueDays;
import se.fixamingata.joining.Refusal;
import se.fixamingata.joining.Standing;
import se.fixamingata.joining.StandingResult;
import se.fixamingata.municipality.Authority;
import se.fixamingata.shared.Language;

/** Takes an authority's settings out as a file, and a file's over: compared first, then whole or not at all. */
@Stateless
@PermitAll
public class SettingsTransfer {

    /** Characters; a whole authority has about 3,000. */
    public static final int MOST = 50_000;

    @Inject
    EntityManager em;

    @Inject
    CategoryAdministration categories;

    @Inject
    DeadlineTable deadlines;

    @Inject
    Standing standing;

    /** For the container. */
    public SettingsTransfer() {}

    /** For tests. */
    SettingsTransfer(EntityManager em, CategoryAdministration categories, DeadlineTable deadlines, Standing standing) {
        this.em = em;
        this.categories = categories;
        this.deadlines = deadlines;
        this.standing = standing;
    }

    /** @throws se.fixamingata.account.NotPermitted unless the caller administers that authority */
    public String export(Caller caller, String authorityCode) {
        return SettingsJson.write(now(caller, authorityCode));
    }

    private SettingsDocument now(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        Map<String, DueDays> days = new TreeMap<>();
        deadlines.find(caller, authorityCode).own().forEach((code, set) -> {
            if (set != null) {
                days.put(code, set);
            }
        });
        Authority authority = em.find(Authority.class, authorityCode);
        Optional<Refusal> refusal = authority.refuses()
                ? Optional.of(new Refusal(
                        authority.refusal(Language.SV).orElse(""),
                        authority
                                .refusal(Language.EN)
                                .filter(en -> !en.equals(
                                        authority.refusal(Language.SV).orElse("")))
                                .orElse(""),
                        authority.refusalUrl().orElse("")))
                : Optional.empty();
        return new SettingsDocument(authorityCode, categories.find(caller, authorityCode), days, refusal);
    }

    /**
     * What the file would change.
     *
     * @throws se.fixamingata.account.NotPermitted unless the caller administers that authority
     */
    public TransferResult compare(Caller caller, String authorityCode, String text) {
        SettingsDocument now = now(caller, authorityCode);
        SettingsJson json = new SettingsJson();
        Optional<SettingsDocument> file = json.read(text);
        List<FileFault> faults = new ArrayList<>(json.faults());
        file.filter(document -> faults.isEmpty()).ifPresent(document -> judge(now, document, faults));
        return faults.isEmpty()
                ? new TransferResult.Compared(mark(now), SettingsDiff.between(now, file.orElseThrow()))
                : new TransferResult.Refused(faults);
    }

    private static String mark(SettingsDocument document) {
        return Integer.toHexString(SettingsJson.write(document).hashCode());
    }

    private void judge(SettingsDocument now, SettingsDocument file, List<FileFault> faults) {
        if (!file.authority().equals(now.authority())) {
            faults.add(new FileFault("authority", "transfer.other"));
        }
        Set<String> known =
                now.categories().categories().stream().map(CategoryChoice::code).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        List<CategoryChoice> said = file.categories().categories();
        for (int i = 0; i < said.size(); i++) {
            String at = "categories[" + i + "].code";
            if (!known.contains(said.get(i).code())) {
                faults.add(new FileFault(at, "transfer.category"));
            } else if (!seen.add(said.get(i).code())) {
                faults.add(new FileFault(at, "transfer.twice"));
            }
        }
        file.deadlines().keySet().stream()
                .filter(code -> !code.equals(DeadlineTable.ALL) && !known.contains(code))
                .forEach(code -> faults.add(new FileFault("deadlines: " + code, "transfer.category")));
        categories
                .problems(now.authority(), file.categories())
                .forEach((field, problem) -> faults.add(new FileFault(field, problem)));
        file.refusal()
                .map(Refusal::problems)
                .orElse(Map.of())
                .forEach((field, problem) -> faults.add(new FileFault("refusal." + field, problem)));
    }

    /**
     * Takes the file over when nothing has been changed since it was compared; compares again when something has.
     *
     * @param mark of the comparison that the caller saw
     * @throws se.fixamingata.account.NotPermitted unless the caller administers that authority
     */
    public TransferResult takeOver(Caller caller, String authorityCode, String text, String mark) {
        TransferResult compared = compare(caller, authorityCode, text);
        if (!(compared instanceof TransferResult.Compared same) || !same.mark().equals(mark)) {
            return compared;
        }
        SettingsDocument file = new SettingsJson().read(text).orElseThrow();
        SettingsDocument now = now(caller, authorityCode);
        boolean done = standing(caller, now, file) instanceof StandingResult.Done
                && categories.save(caller, authorityCode, now.categories().mark(), file.categories())
                        instanceof CategoryResult.Saved
                && deadlines.save(caller, authorityCode, form(caller, now, file)) instanceof DeadlineResult.Saved;
        if (!done) {
            // Somebody was quicker between the comparison and here: the container takes everything back.
            throw new IllegalStateException("The settings of " + authorityCode + " were changed meanwhile");
        }
        return new TransferResult.TakenOver();
    }

    private StandingResult standing(Caller caller, SettingsDocument now, SettingsDocument file) {
        if (now.refusal().equals(file.refusal())) {
            return new StandingResult.Done();
        }
        return file.refusal()
                .map(refusal -> standing.refuse(caller, now.authority(), refusal))
                .orElseGet(() -> standing.goBack(caller, now.authority()));
    }

    private DeadlineForm form(Caller caller, SettingsDocument now, SettingsDocument file) {
        DeadlineView view = deadlines.find(caller, now.authority());
        Map<String, DeadlineForm.Typed> typed = new HashMap<>();
        view.own()
                .keySet()
                .forEach(code -> typed.put(code, typed(file.deadlines().get(code))));
        return new DeadlineForm(view.mark(), typed);
    }

    private static DeadlineForm.Typed typed(DueDays days) {
        return days == null
                ? new DeadlineForm.Typed("", "")
                : new DeadlineForm.Typed(String.valueOf(days.answer()), String.valueOf(days.solve()));
    }
}
