/**
 * Following a report: the box on its page, {@code /prenumerera/{id}} where the box posts to, and {@code /avregistrera/{token}} where the
 * link at the end of every mail to a follower leads.
 */
package se.fixamingata.web.following;
