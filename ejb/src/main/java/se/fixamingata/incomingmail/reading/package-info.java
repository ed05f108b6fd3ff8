/**
 * A mail taken apart, and what somebody wrote in it: MIME, charsets, HTML, quotes, signatures, the status line, and whether a machine
 * wrote it. Bytes in, words out: nothing here knows a report, a database or a network, and nothing that is sent to us makes it fail.
 */
package se.fixamingata.incomingmail.reading;
