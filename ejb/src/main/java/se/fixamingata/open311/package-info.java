/**
 * Open311 GeoReport v2 with mySociety's extension for updates: our own server ({@code server}), our calls to the authorities' servers
 * ({@code client}), and what both write and read ({@code wire}).
 */
package se.fixamingata.open311;
