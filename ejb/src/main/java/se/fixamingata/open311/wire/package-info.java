/**
 * Open311 as it travels. Reading is lenient in everything that real servers do (names, wrappers, types, encodings, times) and strict in
 * what it may cost: size, depth, number of things, no document type, no entities. Writing is what the specification says, to the letter.
 *
 * <p>Nothing here knows the database or the network.
 */
package se.fixamingata.open311.wire;
