/**
 * The pages on which an authority's administrators decide who works there: {@code /handlaggning/personal}. What may be decided, and what
 * follows from it, is {@code staff}'s in the domain; here are forms and words. All pages are stateless.
 */
package se.fixamingata.web.staff;
