package se.fixamingata.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.stream.Collectors;

/** A request in which Faces finds no form of its own: without the fields that it and its ajax add. What a person typed stays. */
final class FormlessRequest extends HttpServletRequestWrapper {

    private static final String FACES = "jakarta.faces.";

    FormlessRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getHeader(String name) {
        return "Faces-Request".equalsIgnoreCase(name) ? null : super.getHeader(name);
    }

    @Override
    public String getParameter(String name) {
        return name.startsWith(FACES) ? null : super.getParameter(name);
    }

    @Override
    public String[] getParameterValues(String name) {
        return name.startsWith(FACES) ? null : super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return super.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().startsWith(FACES))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }
}
