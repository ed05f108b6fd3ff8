package se.fixamingata.web.open311;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Everything under {@code /open311/v2}. The descriptor declares its servlet too, because parts of a multipart body are read only so. */
@ApplicationPath("/open311/v2")
public class Open311Application extends Application {

    /**
     * Warns of every form that was read before it came here, and writes down the whole address, in which a client may have put its key.
     * Kept in a field: a logger that nobody holds forgets its level.
     */
    private static final Logger ADDRESSES = Logger.getLogger("org.glassfish.jersey.servlet.WebComponent");

    /** Writes down every argument that it cannot decode, and a key that was copied with something behind it is one. */
    private static final Logger ARGUMENTS = Logger.getLogger("org.glassfish.grizzly.http.util.Parameters");

    public Open311Application() {
        ADDRESSES.setLevel(Level.SEVERE);
        ARGUMENTS.setLevel(Level.WARNING);
    }

    /** Named one by one: what stands under {@code /api} is another application. */
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                CallFilter.class,
                ProblemMapper.class,
                AnswerHeaders.class,
                DiscoveryResource.class,
                ServicesResource.class,
                RequestsResource.class,
                RequestPostingResource.class,
                TokensResource.class,
                UpdatesResource.class,
                UpdatePostingResource.class,
                OpenApiResource.class);
    }

    /** Jersey would describe every class and method at {@code application.wadl}; {@code openapi.json} describes what is promised. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
