package se.fixamingata.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** A request whose parts have been read: its content type says no more than that, since not everybody reads every boundary. */
final class PartsRead extends HttpServletRequestWrapper {

    private static final String NAME = "Content-Type";
    private static final String TYPE = "multipart/form-data";

    PartsRead(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getContentType() {
        return TYPE;
    }

    @Override
    public String getHeader(String name) {
        return NAME.equalsIgnoreCase(name) ? TYPE : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return NAME.equalsIgnoreCase(name) ? Collections.enumeration(List.of(TYPE)) : super.getHeaders(name);
    }
}
