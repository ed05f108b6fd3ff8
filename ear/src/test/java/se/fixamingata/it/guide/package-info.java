/**
 * The caseworkers' guide: its pictures and its film are taken from the running product, and a test says when the product has moved on
 * since.
 */
package se.fixamingata.it.guide;
