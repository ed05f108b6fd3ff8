/** What is wrong with a form, as every page tells it: a summary on top with links to the fields, and the same words at each field. */
package se.fixamingata.web.problem;
