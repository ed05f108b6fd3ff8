package se.fixamingata.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parameters of a job as one line in a row, {@code cutOff=…;occasion=…}: few, short, and ours. */
public final class JobParameters {

    /** The run's number, by which the job's listener finds its row. */
    static final String RUN = "run";

    private JobParameters() {}

    static String text(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(";"));
    }

    /** The parameters that the line holds. */
    public static Map<String, String> read(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String one : text.split(";")) {
            int equals = one.indexOf('=');
            if (equals > 0) {
                parameters.put(one.substring(0, equals), one.substring(equals + 1));
            }
        }
        return parameters;
    }

    static Properties of(Map<String, String> parameters, long run) {
        Properties properties = new Properties();
        properties.putAll(parameters);
        properties.setProperty(RUN, String.valueOf(run));
        return properties;
    }
}
