/**
 * The few tests that must run inside the server: transactions, observers, jobs. Arquillian deploys the EAR as it was built, with the test in its
 * WAR; they run after all others, because the application can be deployed only once at a time.
 */
package se.fixamingata.it.inside;
