/**
 * Last night's figures for the pages: what is here may be shown to everybody as it is.
 *
 * <p>How to use it: {@link se.fixamingata.statistics.reading.Statistics} gives the records. {@code night()} says up to when (empty before the
 * first night: the page says that there are no figures yet). {@code figures(area, months)} is one page of the country, a county or a
 * municipality: for each measure a table of categories by months with its sums, and the times. {@code comparison(category, months)} is the
 * table of all municipalities, {@code aroundADay(...)} the one before and after a chosen day, {@code history(area)} all months for a chart.
 * {@link se.fixamingata.statistics.reading.ExpectedTimes} is the sentence on the form and on a report's page,
 * {@link se.fixamingata.statistics.reading.OpenFigures} all of it for whoever takes it along.
 *
 * <p>Nothing here is about a report that not everybody may read, so no tables, side by side or of two nights, tell of one. What is hidden is
 * hidden so that nobody draws conclusions from tiny numbers, and cannot be worked out from the table it is missing in, its sums included.
 * Two tables may say more of it together: of public reports, which may be counted on the map as well.
 *
 * <p>A {@link se.fixamingata.statistics.reading.Figure} that is not shown has no number in it, so nothing can leak into a CSV file. Its
 * words are "visas inte", with the note "färre än 5, eller så att ett sådant tal inte kan räknas ut"; it is not always one under 5. Records
 * are remembered by the generation of their night, and never change.
 */
package se.fixamingata.statistics.reading;
