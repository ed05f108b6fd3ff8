/**
 * Following a report (product.md, R15): who wants to be told of it, how they say so, and how they stop. What followers are told is
 * written by whoever has something to tell; they find them in {@link se.fixamingata.following.Followers}.
 */
package se.fixamingata.following;
