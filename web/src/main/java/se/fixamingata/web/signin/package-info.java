/**
 * Signing in, on the web: the mechanism that knows a browser by its session cookie, the guard before the pages that are not for
 * everybody, and the pages where somebody proves who they are.
 *
 * <p>Whether a proof holds, and how long a session lasts, is {@code signin}'s in the domain; here are cookies, redirects and forms.
 */
package se.fixamingata.web.signin;
