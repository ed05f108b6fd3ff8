/**
 * The page {@code /handlaggning/rapportera}: a caseworker reports for somebody who has called, written or come by (P7). One form, made
 * to be filled in while somebody speaks. What a report must be like is decided in {@code se.fixamingata.handling.call}.
 */
package se.fixamingata.web.call;
