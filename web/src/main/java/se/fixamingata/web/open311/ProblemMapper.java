package se.fixamingata.web.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.open311.server.AnswerFormat;
import se.fixamingata.open311.server.ClientFaults;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.shared.DatabaseAway;

/**
 * Whatever goes wrong, as an answer in the format that the address asks for: never a page, never a stack trace. The unexpected is logged
 * once, under the incident id that the client sees too.
 */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Exception> {

    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Inject
    HttpServletRequest request;

    @Inject
    Call call;

    @Inject
    ClientFaults faults;

    @Override
    public Response toResponse(Exception exception) {
        if (exception instanceof TooManyCalls tooMany) {
            return answer(tooMany).header("Retry-After", tooMany.seconds()).build();
        }
        if (exception instanceof Refusal refusal) {
            return refusal.status() == 503 ? later(refusal) : answer(refusal).build();
        }
        if (exception instanceof NotPermitted) {
            return answer(Refusal.unknown("There is no such thing")).build();
        }
        if (exception instanceof WebApplicationException known
                && known.getResponse().getStatus() < 500) {
            return known(known.getResponse());
        }
        return unexpected(exception);
    }

    private Response known(Response response) {
        int status = response.getStatus();
        String why = status == 405
                ? "This address does not take " + request.getMethod()
                : response.getStatusInfo().getReasonPhrase();
        Response.ResponseBuilder answer = answer(new Refusal(status, List.of(why)));
        String allowed = response.getHeaderString(HttpHeaders.ALLOW);
        return (allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
    }

    private Response unexpected(Exception exception) {
        Optional<String> outage = DatabaseAway.in(exception).or(() -> Conflicts.in(exception));
        if (outage.isPresent()) {
            LOG.log(Level.WARNING, "No answer of the database in the Open311 server: {0}", outage.get());
            return later(new Refusal(503, List.of("We cannot answer right now. Try again soon")));
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.ERROR, "Incident " + incident + " in the Open311 server", exception);
        return answer(new Refusal(500, List.of("Something went wrong on our side. Incident " + incident)))
                .build();
    }

    private Response later(Refusal refusal) {
        return answer(refusal).header("Retry-After", "30").build();
    }

    private Response.ResponseBuilder answer(Refusal refusal) {
        note(refusal);
        AnswerFormat format = AnswerFormat.ofPath(request.getRequestURI());
        return Response.status(refusal.status())
                .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(refusal.body(format));
    }

    /** The client gets its answer whatever becomes of the note. */
    private void note(Refusal refusal) {
        try {
            call.client()
                    .ifPresent(client -> faults.note(client, request.getMethod(), request.getRequestURI(), refusal));
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, "A refused call could not be noted: {0}", away.toString());
        }
    }
}
