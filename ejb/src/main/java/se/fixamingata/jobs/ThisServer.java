package se.fixamingata.jobs;

import java.util.UUID;

/** The name under which this server holds leases and runs jobs: new at each start, so that what an earlier life left behind is told apart. */
public final class ThisServer {

    public static final String ID = UUID.randomUUID().toString();

    private ThisServer() {}
}
