package se.fixamingata.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything under {@code /api}; the container finds the resources by themselves. */
@ApplicationPath("/api")
public class ApiApplication extends Application {}
