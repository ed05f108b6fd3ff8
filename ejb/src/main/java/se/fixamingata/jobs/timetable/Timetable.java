package se.fixamingata.jobs.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/** All jobs and their hours: {@code timetable.txt} beside this class, one line a job, and what the operator has set otherwise. */
@ApplicationScoped
public class Timetable {

    private static final String FILE = "timetable.txt";

    private final List<TimetableEntry> entries;

    /** As it is shipped, with the operator's settings {@code fmg.jobs.at.<job>}. */
    public Timetable() {
        this(shipped(), job -> ConfigProvider.getConfig()
                .getOptionalValue("fmg.jobs.at." + job.replace('-', '.'), String.class)
                .filter(text -> !text.isBlank()));
    }

    /** For tests: those lines, and what was set otherwise, by job. */
    public Timetable(List<String> lines, Function<String, Optional<String>> settings) {
        entries = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(TimetableEntry::parse)
                .map(entry -> settings.apply(entry.job()).map(entry::at).orElse(entry))
                .toList();
    }

    /** As it is shipped, whatever the operator has set. */
    public static Timetable asShipped() {
        return new Timetable(shipped(), job -> Optional.empty());
    }

    /** The lines of the file. */
    private static List<String> shipped() {
        try (InputStream file = Timetable.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<TimetableEntry> entries() {
        return entries;
    }

    public Optional<TimetableEntry> find(String job) {
        return entries.stream().filter(entry -> entry.job().equals(job)).findFirst();
    }
}
