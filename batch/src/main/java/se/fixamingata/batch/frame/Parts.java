package se.fixamingata.batch.frame;

/** The number of a partition, as the definition of a job hands it on. */
final class Parts {

    private Parts() {}

    /** @param property null or empty in a step without partitions */
    static int number(String property) {
        return property == null || !property.matches("\\d{1,4}") ? 0 : Integer.parseInt(property);
    }
}
