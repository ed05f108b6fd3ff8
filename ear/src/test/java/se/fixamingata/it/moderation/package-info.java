/** What should not stand on public pages: readers report it, somebody judges it, and nobody else can. */
package se.fixamingata.it.moderation;
