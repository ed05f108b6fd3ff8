/** A caseworker reports for somebody who has called or written (P7). */
package se.fixamingata.handling.call;
