/**
 * Who changed what, when: one table that is only ever added to, written in the transaction of the change itself.
 *
 * <p>No personal values: for those the trail says that they changed, not what they were. What residents read is the report's history,
 * not this.
 */
package se.fixamingata.audit;
