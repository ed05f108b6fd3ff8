/**
 * The services of an authority's Open311 server: the list as it is there, which of them each of our categories is
 * (product.md, R23), and what their definitions ask, which becomes extra questions (P3).
 *
 * <p>A service that vanishes from their list stays here with the reports that went to it; only people take it out of use.
 */
package se.fixamingata.open311.client.services;
