/** Many at once in the back office (product.md, P14): ordering a change of many reports, watching it, cancelling it. */
package se.fixamingata.web.bulk;
