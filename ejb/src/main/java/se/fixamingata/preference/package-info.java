/** What somebody has chosen for their own screen: which columns, which authority last. Theirs alone, and never a rule of anything. */
package se.fixamingata.preference;
