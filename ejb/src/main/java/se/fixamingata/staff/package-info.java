/**
 * Who works for an authority: its administrators invite people, give them roles and categories, and take their places away again; and
 * they read what was changed by whom. What a role may do is {@code account}'s table, how an invitation is accepted {@code signin}'s.
 *
 * <p>A place that is taken away is gone at the next click, because callers are read anew with each request. An authority that has staff
 * keeps at least one administrator.
 */
package se.fixamingata.staff;
