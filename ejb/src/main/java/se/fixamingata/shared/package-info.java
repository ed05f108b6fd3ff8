/**
 * What every feature needs and no feature owns: time, language, secret tokens, the exception for broken rules.
 *
 * <p>Nothing here knows a report, a municipality or a mail. A class that only one feature uses belongs in that feature.
 */
package se.fixamingata.shared;
