/**
 * We as the client of an authority's Open311 server (product.md, R23): where it is and how it speaks
 * ({@link se.fixamingata.open311.client.Endpoint}), every call to it ({@link se.fixamingata.open311.client.EndpointCalls}), and
 * reports on their way there ({@code Open311Channel}).
 *
 * <p>Nothing here trusts what comes back: it is bounded, read leniently and noted with its raw text when it makes no sense. Nobody calls
 * inside a transaction.
 */
package se.fixamingata.open311.client;
