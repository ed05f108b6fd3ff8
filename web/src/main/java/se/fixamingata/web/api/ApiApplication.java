package se.fixamingata.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Everything under {@code /api}. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

    /** Named one by one: the Open311 server is another application. */
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                MapResource.class,
                PlacesResource.class,
                MunicipalityResource.class,
                ReportsResource.class,
                UnexpectedMapper.class);
    }

    /** Jersey would describe every class and method at {@code application.wadl}; the README describes what is promised. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
