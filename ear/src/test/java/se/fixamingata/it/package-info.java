/**
 * Tests of the application as it was built, in a real Payara on a real MariaDB, over HTTP and in a real browser.
 *
 * <p>{@code payara-config/test-environment.sh start-server} deploys it once for the whole run; the mail server and the geocoder are this JVM's.
 * Tests share one database, so each makes what it needs and counts nothing that others make too. Tests that must run
 * inside the server are in {@code inside}.
 */
package se.fixamingata.it;
