package se.fixamingata.sending;

/**
 * Called by a channel at the last moment before which the other side certainly has nothing. Writes that moment down and commits it,
 * so that whoever finds the row after a crash knows whether the message can have arrived.
 */
@FunctionalInterface
public interface HandOver {

    /**
     * Notes that the message is about to be handed over, and prolongs the lease.
     *
     * @throws LeaseLost when the row is somebody else's by now: nothing may be sent
     */
    void commit();
}
