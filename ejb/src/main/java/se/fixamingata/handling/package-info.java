/**
 * The authority's work on a report: answering in public, everything else that a caseworker does with it, merging (product.md, R14,
 * R18, R19, P10, P16).
 *
 * <p>Every use case takes the report's row with its lock, asks whether whoever calls may, and whether they have seen what they change:
 * who comes second is told what happened, and nothing of theirs is lost. The change, its history, its audit line and the mails that
 * follow from it are one transaction. Sub-packages: {@code history} what happened, {@code reading} what the one-report page shows,
 * {@code mail} what people are told, {@code call} reporting for somebody on the phone.
 */
package se.fixamingata.handling;
