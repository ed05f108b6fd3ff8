package se.fixamingata.sending;

/** Rows that leave the house by our own mail server. The worker works off every queue there is; two workers may do so at once. */
public interface SendingQueue extends QueueFigures {

    /**
     * Leases due rows, tries each once and records how it went. Call without a transaction: it makes its own, short ones.
     *
     * @param owner this round's name, never used before
     * @param most how many rows at most
     * @return how many rows were leased; 0 means that nothing is due
     */
    int workOff(String owner, int most);
}
