package se.fixamingata.personal;

/**
 * What is stored about the holder of an address, in numbers.
 *
 * @param email the address, as it was looked for
 * @param account whether there is an account
 * @param staff whether the account has a place at an authority or works for the service
 * @param reports those that are open among them too, and those that nobody has confirmed
 * @param open confirmed reports that are not done
 * @param held reports that are kept back
 */
public record PersonHoldings(
        String email,
        boolean account,
        boolean staff,
        long reports,
        long open,
        long held,
        long updates,
        long subscriptions) {

    /** Whether there is nothing that could be erased. */
    public boolean isEmpty() {
        return !account && reports == 0 && updates == 0 && subscriptions == 0;
    }
}
