/**
 * How somebody proves who they are (product.md, R16): password, one-time code, link by mail, invitation. Whatever way they come, it
 * ends in {@link se.fixamingata.signin.SignIn#completeFor} and a {@code session}. What they may do then is {@code account}'s.
 */
package se.fixamingata.signin;
