package se.fixamingata.web.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.shared.DatabaseAway;

/**
 * What a resource did not answer by itself: an address that is none (404), a method that is not served (405), and the unexpected (500,
 * logged once under the incident id that the caller sees too). While the database is away it is 503. Never a stack trace and never a page to a machine.
 */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Exception> {

    private static final Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

    @Override
    public Response toResponse(Exception exception) {
        if (exception instanceof WebApplicationException known
                && known.getResponse().getStatus() < 500) {
            Response.StatusType status = known.getResponse().getStatusInfo();
            String code = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '_');
            return Problem.of(status.getStatusCode(), code, status.getReasonPhrase());
        }
        Optional<String> outage = DatabaseAway.in(exception).or(() -> Conflicts.in(exception));
        if (outage.isPresent()) {
            LOG.log(Level.WARNING, "No answer of the database in the API: {0}", outage.get());
            return Response.fromResponse(Problem.of(503, "unavailable", "We cannot answer right now. Try again soon."))
                    .header("Retry-After", "30")
                    .build();
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.ERROR, "Incident " + incident + " in the API", exception);
        return Problem.of(500, "unexpected", "Something went wrong on our side. Incident " + incident);
    }
}
