package se.fixamingata.geography;

/**
 * Words that somebody looks for, made comparable.
 *
 * @param spelt with å ä ö
 * @param folded without
 */
record Words(String spelt, String folded) {

    static Words of(String text) {
        // "12 A" and "12A" are the same house.
        String spelt = Folding.spelt(text).replaceAll("(\\d) ([a-zåäö])$", "$1$2");
        return new Words(spelt, Folding.folded(spelt));
    }

    boolean isEmpty() {
        return folded.isEmpty();
    }

    /** Whether they were typed with marks, so that a name without them is not what was meant. */
    boolean hasMarks() {
        return !spelt.equals(folded);
    }
}
