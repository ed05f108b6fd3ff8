/**
 * What stands on public pages and should not (product.md, P11, R18): readers report it, three of them hide it, somebody judges it.
 *
 * <p>Who reported abuse is known as a hash only, enough to tell three people from one. Whatever a moderator changes, the words before it
 * are kept for moderators and can be erased. Private notes and answers are not this package's business, nor is who may see what is
 * hidden.
 */
package se.fixamingata.moderation;
