/**
 * What machines ask about this server: whether it lives and is ready ({@code /health/*}), and its figures ({@code /metrics}, on an address of
 * its own that only this machine reaches).
 *
 * <p>Neither an id nor anything about a person goes into a figure or its labels: kinds and states only.
 */
package se.fixamingata.web.health;
