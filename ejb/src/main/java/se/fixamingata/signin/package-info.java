/**
 * How somebody proves who they are: password, one-time code, link by mail, invitation; and how a browser that has proved it goes on
 * being known (product.md, R16).
 *
 * <p>Sessions are rows, known by the hash of a token, so that any server answers and a person can end each of them. Whatever way
 * somebody comes, it ends in {@link se.fixamingata.signin.SignIn#completeFor}. What they may do then is {@code account}'s.
 */
package se.fixamingata.signin;
