/** How long it usually takes until such a fault is mended, in one sentence: on the form and on a report's page (product.md, N3). */
package se.fixamingata.web.expected;
