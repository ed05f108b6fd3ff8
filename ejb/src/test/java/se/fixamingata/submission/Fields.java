package se.fixamingata.submission;

/** A good draft in which one field is different. */
final class Fields {

    private Fields() {}

    /** @param field its name in {@link FieldProblem}, or {@code authority} */
    static DraftFields with(String field, String value) {
        DraftFields g = Counter.GOOD;
        return new DraftFields(
                g.lat(),
                g.lon(),
                g.address(),
                field.equals("authority") ? value : g.authorityCode(),
                field.equals("category") ? value : g.categoryCode(),
                field.equals("title") ? value : g.title(),
                field.equals("description") ? value : g.description(),
                field.equals("name") ? value : g.name(),
                field.equals("email") ? value : g.email(),
                field.equals("phone") ? value : g.phone(),
                g.showName());
    }
}
