package se.fixamingata.demonstration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.fixamingata.answer.ReadyTemplates;
import se.fixamingata.answer.TemplateFields;
import se.fixamingata.municipality.Authority;
import se.fixamingata.report.ReportStatus;

/** Gives the authorities of the demonstration some words to answer with, unless they have their own. */
@Stateless
public class DemonstrationTemplates {

    private static final List<String> AUTHORITIES = List.of("1763", "1780", "0180", Authority.STATE_ROADS);

    @Inject
    ReadyTemplates templates;

    /** For the container. */
    public DemonstrationTemplates() {}

    /** For tests. */
    DemonstrationTemplates(ReadyTemplates templates) {
        this.templates = templates;
    }

    /** Does nothing the second time. */
    public void load() {
        List<TemplateFields> ready = read();
        AUTHORITIES.forEach(authority -> templates.give(authority, ready));
    }

    private static List<TemplateFields> read() {
        try (InputStream in = DemonstrationTemplates.class.getResourceAsStream("templates.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DemonstrationTemplates::template)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TemplateFields template(String line) {
        String[] parts = line.split("\\|");
        return new TemplateFields(
                parts[0],
                ReportStatus.find(parts[1]).orElse(null),
                parts[2].equals("*") ? null : parts[2],
                parts[3].replace("\\n", "\n"));
    }
}
