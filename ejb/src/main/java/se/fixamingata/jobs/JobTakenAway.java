package se.fixamingata.jobs;

import jakarta.ejb.ApplicationException;

/** This server was silent for so long that its run was settled; what it does now must not count. */
@ApplicationException(rollback = true)
public class JobTakenAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobTakenAway(long execution) {
        super("Execution " + execution + " was settled while it ran: this server was silent for too long");
    }
}
