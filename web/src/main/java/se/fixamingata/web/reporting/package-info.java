/**
 * Writing, sending and confirming a report: the pages {@code /rapportera} and {@code /bekrafta}, and the small answers that their
 * scripts ask for. What is typed is kept by the domain's draft desk; what makes a report complete is decided there too.
 */
package se.fixamingata.web.reporting;
