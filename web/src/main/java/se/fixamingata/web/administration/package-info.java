/** Where an administrator decides what the authority takes and who gets it: {@code /handlaggning/installningar}. Words and forms only. */
package se.fixamingata.web.administration;
