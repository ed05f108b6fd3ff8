package se.fixamingata.moderation;

import java.util.Optional;

/**
 * Who reports abuse, as hashes that only this installation can make and nobody can turn back.
 *
 * @param person the account, or the browser: two reports by the same count once
 * @param network where the request came from, coarsely; null where that says nothing. People of one network are one voice
 */
public record AbuseReporter(byte[] person, byte[] network) {

    public AbuseReporter {
        person = person.clone();
        network = network == null ? null : network.clone();
    }

    @Override
    public byte[] person() {
        return person.clone();
    }

    @Override
    public byte[] network() {
        return network == null ? null : network.clone();
    }

    Optional<byte[]> findNetwork() {
        return Optional.ofNullable(network());
    }

    @Override
    public String toString() {
        return "AbuseReporter[…]";
    }
}
