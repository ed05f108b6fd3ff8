/**
 * The stories that the service is for, each from its first page to its last mail, in a real browser: on a phone, without scripts, without
 * a mouse, in English. And what holds for every page: that it is accessible, fits, and breaks none of its own rules.
 */
package se.fixamingata.it.story;
