package se.fixamingata.open311.server.posting;

import se.fixamingata.position.Position;

/**
 * Where a posted report is.
 *
 * @param address in words; null when nothing is known
 */
public record PostedPlace(Position position, String address) {}
