package se.fixamingata.submission;

/**
 * What somebody has typed so far, right or wrong; everything but {@code showName} may be null.
 *
 * @param lat degrees, as picked; not finite counts as not picked
 * @param lon degrees, as picked; not finite counts as not picked
 * @param address the nearest address in words, looked up when the place was picked; null leaves the one that is known of that place
 * @param authorityCode the neighbour whom the resident chose within 200 m of a border, null for whoever the place belongs to
 * @param categoryCode code of the category
 * @param showName whether the name may stand on the public page
 */
public record DraftFields(
        Double lat,
        Double lon,
        String address,
        String authorityCode,
        String categoryCode,
        String title,
        String description,
        String name,
        String email,
        String phone,
        boolean showName) {

    /** A form nobody has touched. */
    public static final DraftFields EMPTY =
            new DraftFields(null, null, null, null, null, null, null, null, null, null, false);

    /** The same text at another place; the neighbour chosen at the old one is forgotten. */
    public DraftFields at(Double otherLat, Double otherLon, String otherAddress) {
        return new DraftFields(
                otherLat, otherLon, otherAddress, null, categoryCode, title, description, name, email, phone, showName);
    }

    /** The same by somebody who has said before who they are. */
    public DraftFields by(String knownName, String knownEmail, String knownPhone) {
        return new DraftFields(
                lat,
                lon,
                address,
                authorityCode,
                categoryCode,
                title,
                description,
                knownName,
                knownEmail,
                knownPhone,
                showName);
    }

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "DraftFields[…]";
    }
}
