package se.fixamingata.deadline;

/**
 * How many working days there are for the first public answer, and for the solution.
 *
 * @param answer from {@link #MIN} to {@link #MAX}
 * @param solve from {@link #MIN} to {@link #MAX}
 */
public record DueDays(int answer, int solve) {

    public static final int MIN = 1;
    /** About a year. */
    public static final int MAX = 250;

    public DueDays {
        if (!isAllowed(answer) || !isAllowed(solve)) {
            throw new IllegalArgumentException("Working days from 1 to 250, not " + answer + " and " + solve);
        }
    }

    public static boolean isAllowed(int days) {
        return days >= MIN && days <= MAX;
    }
}
