/** Where an administrator says how many working days there are for reports: {@code /handlaggning/tider}. */
package se.fixamingata.web.deadline;
