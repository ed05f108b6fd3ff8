/**
 * What somebody has here, for themselves alone (product.md, P9): their reports, updates and subscriptions, all of it to take along, and
 * the way out, after which the reports stay and the person is gone. An operator erases somebody who cannot do it themselves in the same way.
 */
package se.fixamingata.personal;
