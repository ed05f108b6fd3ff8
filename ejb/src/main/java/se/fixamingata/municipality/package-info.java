/**
 * Who is where, and who is responsible: the 290 municipalities, the authorities (those and Trafikverket), what they offer and where
 * their reports go.
 *
 * <p>A {@link se.fixamingata.municipality.Municipality} is a place; an {@link se.fixamingata.municipality.Authority} is somebody who
 * mends things. Boundaries and geometry live in {@code geography}; the sending itself in {@code delivery}.
 */
package se.fixamingata.municipality;
