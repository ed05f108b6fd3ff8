/** Looking around and the pages about the service, in a real browser: what residents do before they report. */
package se.fixamingata.it.browse;
