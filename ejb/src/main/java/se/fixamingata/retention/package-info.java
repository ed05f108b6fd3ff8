/**
 * What is deleted or made anonymous, and when: personal data are kept no longer than they are needed (product.md, P19). What goes when is
 * said once, in {@link se.fixamingata.retention.RetentionRule}; the jobs that walk are in the batch module, and the page that shows what
 * would go asks the same.
 *
 * <p>Where people stand in the database, and what becomes of it:
 *
 * <ul>
 *   <li>Reports and comments of residents ({@code report}, {@code report_update}): name, address, phone number, account and consents are
 *       emptied three months after the last closing; title, description, place and comments are public and stay.
 *   <li>With them go the answers to an authority's own questions, names of picture files, texts before moderation, texts and senders of
 *       reports of abuse, mails that came in, mails that went out, what servers answered, followers of the report, and the secret links of
 *       all but the authority. Pictures hold no position of the camera: they were written anew when they came.
 *   <li>Accounts with all that is theirs: a year after the last use and a month after a warning, or at once when their owner wishes it
 *       (package {@code personal}). Accounts of people who work here stay until somebody takes their place away.
 *   <li>Sessions, half sign-ins, drafts, secret links, subscriptions that nobody confirmed: when they have run out.
 *   <li>Mails in both directions, attempts to deliver, invitations, faults of other systems: after periods of their own.
 *   <li>The audit trail stays: it has numbers and no people, and those of an erased account lead nowhere.
 * </ul>
 *
 * Every single column is listed in {@code personal-columns.txt} beside the tests; a new one that is in no list fails them.
 *
 * <p>Rows go set by set, straight in the database and along its foreign keys, because a deletion that loads what it deletes would be slow
 * for nothing.
 */
package se.fixamingata.retention;
