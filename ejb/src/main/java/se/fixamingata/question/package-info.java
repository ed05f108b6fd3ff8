/**
 * The reporter decides whether it is fixed (product.md, P10): the question that comes with "fixed", and "it is still there" on the
 * report's page. Only the reporter reopens here; what caseworkers do is {@code handling}'s, and what anybody else sees is a comment.
 */
package se.fixamingata.question;
