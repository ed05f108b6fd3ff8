package se.fixamingata.statistics.reading;

import java.util.Map;

/**
 * One municipality's figures by category and month.
 *
 * @param municipality its code
 * @param tables one for each measure
 */
public record MunicipalityTables(String municipality, Map<Measure, MeasureTable> tables) {}
