package se.fixamingata.web.deadline;

import se.fixamingata.deadline.DueDays;

/**
 * A row of the table.
 *
 * @param code of the category; {@code *} for all
 * @param answer what stands in the field: as it was typed, or as it is set
 * @param solve as {@code answer}
 * @param inherited what holds while nothing does
 * @param answerProblem in words; empty when there is none
 * @param solveProblem as {@code answerProblem}
 */
public record DeadlineRow(
        String code,
        String label,
        String answer,
        String solve,
        DueDays inherited,
        String answerProblem,
        String solveProblem) {

    /** What ids and names of its fields end with: an asterisk is none of either. */
    public String id() {
        return code.equals("*") ? "all" : code;
    }
}
