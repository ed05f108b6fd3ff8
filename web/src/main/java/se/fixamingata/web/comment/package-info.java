/**
 * Comments of residents: the form below a report and on its own page {@code /kommentera/{id}}, what its buttons do, the page after
 * sending, and the confirmation by the link in the mail. As with the report form everything works without scripts.
 */
package se.fixamingata.web.comment;
