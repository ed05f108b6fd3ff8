/**
 * Our Open311 GeoReport v2 server (product.md, R24): what systems of authorities, and everybody else's programs, read of the reports.
 *
 * <p>Arguments are taken as generously as they come and understood strictly; answers are written strictly, in XML and JSON from the same
 * calls ({@link se.fixamingata.open311.server.AnswerWriter}). What is wrong is a {@link se.fixamingata.open311.server.Refusal}. Reading is projections along an
 * index: no entity is loaded to be shown to a stranger. The servlets, addresses and limits are the web module's business.
 */
package se.fixamingata.open311.server;
