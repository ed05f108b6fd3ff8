/**
 * Bad input and bad days, as somebody outside meets them: over HTTP, against the deployed application. Here live hostile texts, files and
 * requests, and servers that go away in the middle; what a single page does with an ordinary mistake is tested with that page.
 */
package se.fixamingata.it.badday;
