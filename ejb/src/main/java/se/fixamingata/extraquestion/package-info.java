/**
 * What an authority wants to know besides when somebody reports in one of its categories (product.md, P3): its questions, how answers
 * are judged, and the answers of the reports that were sent.
 *
 * <p>A choice may be a stop: whoever chooses it is told whom to call, and nothing is sent here. Questions that the authority's own system
 * asks for are rows like any other, marked {@code remote}; they come and go with that system's definitions.
 *
 * <p>Answers are for the authority and the reporter, never for everybody. They are kept with the words of the question as they were, so
 * that an old report can be read when the question is long gone.
 */
package se.fixamingata.extraquestion;
