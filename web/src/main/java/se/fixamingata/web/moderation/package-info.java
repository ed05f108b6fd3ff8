/** Reporting what should not stand on a public page, and judging it. */
package se.fixamingata.web.moderation;
