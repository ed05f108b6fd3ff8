/**
 * Being a report's reporter, and showing it: by the secret link that every mail to the reporter carries, or by the account that the
 * report was sent with. Whoever shows neither is anybody.
 */
package se.fixamingata.reporter;
