/**
 * Mails that came in, as people decide about them: {@code /handlaggning/integration/post} for an authority's caseworkers,
 * {@code /drift/post} for the operator. The rules are {@link se.fixamingata.incomingmail}'s.
 */
package se.fixamingata.web.incomingmail;
