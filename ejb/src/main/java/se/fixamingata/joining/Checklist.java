package se.fixamingata.joining;

import java.util.EnumSet;
import java.util.Set;
import se.fixamingata.municipality.AuthorityState;

/**
 * How far one authority has come.
 *
 * @param code of the authority
 * @param name of the authority
 * @param ticked by hand
 * @param chosen whether it has chosen categories
 * @param reached whether anything has been delivered to it
 * @param homeless whether some category has nobody who gets its reports
 * @param staff how many work there
 * @param administrators how many of them administer it
 */
public record Checklist(
        String code,
        String name,
        AuthorityState state,
        Set<ChecklistStep> ticked,
        boolean chosen,
        boolean reached,
        boolean homeless,
        int staff,
        int administrators) {

    public Checklist {
        ticked = Set.copyOf(ticked);
    }

    /** Whether that point is done. */
    public boolean isDone(ChecklistStep step) {
        return switch (step) {
            case INTEGRATION -> reached;
            case RECIPIENTS -> !homeless;
            case CATEGORIES -> chosen || ticked.contains(step);
            case STAFF -> staff > 0 && ticked.contains(step);
            default -> ticked.contains(step);
        };
    }

    /** How many of the nine points are done. */
    public long done() {
        return EnumSet.allOf(ChecklistStep.class).stream().filter(this::isDone).count();
    }

    /** What has to be there before the start: somebody who gets each report, and somebody who administers. */
    public Set<ChecklistStep> missing() {
        Set<ChecklistStep> missing = EnumSet.noneOf(ChecklistStep.class);
        if (homeless) {
            missing.add(ChecklistStep.RECIPIENTS);
        }
        if (administrators == 0) {
            missing.add(ChecklistStep.STAFF);
        }
        return missing;
    }
}
