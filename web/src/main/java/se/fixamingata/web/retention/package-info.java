/** What goes when, what would go tonight, and what is kept back: {@code /drift/gallring}, and its lists as files. */
package se.fixamingata.web.retention;
