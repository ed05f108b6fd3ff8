/**
 * The audit trail as people read it: {@code /handlaggning/logg} for an authority's administrators, {@code /drift/logg} for operators, and
 * the same lines as a file. The filter lives in the address; what is shown is what is written to the file.
 */
package se.fixamingata.web.log;
