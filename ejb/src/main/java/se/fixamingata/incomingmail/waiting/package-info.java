/**
 * Tells an authority's administrators that replies wait for somebody's approval: a mail on a working morning, once a day at most, and
 * none when nothing has waited for long.
 */
package se.fixamingata.incomingmail.waiting;
