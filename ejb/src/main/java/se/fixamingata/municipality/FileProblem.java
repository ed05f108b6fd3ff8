package se.fixamingata.municipality;

/**
 * What is wrong with a line of a file that the operator gave us, in English, for the log and the operator's page.
 *
 * @param line the line in the file, the first is 1; 0 when it is about the whole file
 */
public record FileProblem(long line, String reason) {

    @Override
    public String toString() {
        return line == 0 ? reason : "line " + line + ": " + reason;
    }
}
