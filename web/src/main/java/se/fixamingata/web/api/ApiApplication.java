package se.fixamingata.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything under {@code /api}; the container finds the resources by themselves. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

    /** Jersey would describe every class and method at {@code application.wadl}; the README describes what is promised. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
