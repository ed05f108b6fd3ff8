/** The job {@code fixed-questions}: asks reporters whether it is fixed. Whom, and once only, is decided in the domain's {@code question}. */
package se.fixamingata.batch.question;
