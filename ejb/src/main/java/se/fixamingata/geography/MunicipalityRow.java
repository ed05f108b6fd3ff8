package se.fixamingata.geography;

/**
 * A municipality and the name of its largest place.
 *
 * @param facts what everybody may know
 * @param seat the place that {@link MunicipalityFacts#centre()} is the middle of
 */
record MunicipalityRow(MunicipalityFacts facts, String seat) {}
