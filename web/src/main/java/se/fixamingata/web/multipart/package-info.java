/**
 * Reads {@code multipart/form-data} as programs send it: boundaries and charsets that browsers never write, and bodies that nobody sends
 * by mistake; and plain forms whose length nobody has told. Used at the door of our Open311 server; pages' forms are the container's to read.
 */
package se.fixamingata.web.multipart;
