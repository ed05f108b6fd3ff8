/**
 * Photos on their way out: {@code /bild/{id}/{thumb|full}}. Who may see which is decided by the domain's store; here it only becomes the
 * right answer and the right cache headers. And photos and documents on their way in, out of the forms of whoever answers.
 */
package se.fixamingata.web.photo;
