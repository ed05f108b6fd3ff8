/**
 * Who somebody is and what they may do: accounts, memberships of authorities with their roles, and the one table of rights
 * ({@link se.fixamingata.account.Permissions}) that every use case of the back office asks. How somebody proves who they are is not
 * here but in {@code signin}; who works where is changed in {@code staff}.
 */
package se.fixamingata.account;
