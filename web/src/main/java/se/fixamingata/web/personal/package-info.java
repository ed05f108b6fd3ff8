/** The pages of one's own account: {@code /konto}, {@code /konto/uppgifter}. How it is protected is {@code web.signin}'s. */
package se.fixamingata.web.personal;
