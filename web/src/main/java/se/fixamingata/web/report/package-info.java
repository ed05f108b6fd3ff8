/**
 * The page of one report, {@code /rapport/{id}}: what it says, where it went, and what became of it, told as a story. Everything on it
 * is public already; nothing here can reach what is not.
 */
package se.fixamingata.web.report;
