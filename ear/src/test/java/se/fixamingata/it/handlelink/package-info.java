/** An authority answers from its mail, without an account; the link opens one report and nothing else. */
package se.fixamingata.it.handlelink;
