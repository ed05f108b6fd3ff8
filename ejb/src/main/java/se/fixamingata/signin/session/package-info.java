/**
 * How a browser that has proved who its user is goes on being known (product.md, R16): sessions are rows, known by the hash of a token,
 * so that any server answers and a person can end each of them. How somebody proves it is nothing of theirs, but by which
 * {@link se.fixamingata.signin.session.Way way} they came decides where they may go.
 */
package se.fixamingata.signin.session;
