package se.fixamingata.open311.server;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.integration.Faults;

/** What authorities' own systems asked for and did not get, for the authority's desk: its system may not tell anybody. */
@Stateless
@PermitAll
public class ClientFaults {

    private static final String REASON = "client-refused";
    private static final Pattern RESOURCE =
            Pattern.compile("/(discovery|services|requests|tokens|servicerequestupdates|openapi)(?=[/.]|$)");
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    @Inject
    Faults faults;

    @Inject
    LatelyNoted lately;

    /** For the container. */
    public ClientFaults() {}

    /** For tests. */
    ClientFaults(Faults faults, LatelyNoted lately) {
        this.faults = faults;
        this.lately = lately;
    }

    /**
     * Notes it, at most once an hour for the same kind of call. Whoever looks for something that there is not makes no mistake.
     *
     * @param path without what stood behind its question mark
     */
    public void note(ApiClient client, String method, String path, Refusal refusal) {
        boolean lookedInVain = refusal.status() == NOT_FOUND && !method.equals("POST");
        if (refusal.status() >= SERVER_ERROR || lookedInVain) {
            return;
        }
        String kind = refusal.status() + " " + method + " " + resource(path);
        if (!lately.isNew(client.keyId(), kind)) {
            // A client that does not hear must not keep the database busy by that.
            return;
        }
        faults.note(
                client.authorityCode(),
                FaultAction.CLIENT,
                REASON,
                kind,
                method + " " + path + " (" + client.name() + ")",
                refusal.status() + " " + String.join("; ", refusal.descriptions()));
    }

    /** Without numbers: a thousand mistakes of one kind are one. */
    private static String resource(String path) {
        Matcher found = RESOURCE.matcher(path);
        return found.find() ? found.group(1) : "?";
    }
}
