package se.fixamingata.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;

/** A new column that sounds like a person must be thought about: its line says when it goes, or why it holds nobody. */
class PersonalColumnsIT extends DatabaseTest {

    private static final String SOUNDS_PERSONAL =
            "name|mail|phone|address|recipient|sender|subject$|text|raw|browser|account|author$|actor|_by$|network|token|hash|answer$"
                    + "|value|detail|^lat$|^lon$|place|request$|last_error|content|bytes|person|title|description|assignee|reporter|shown"
                    + "|note$|birth|sex|gender|iban|position|street|reply|comment|contact|owner_|user";

    /** Codes and states are shorter; so long, something can be written there. */
    private static final String ROOM_FOR_WORDS = "character_maximum_length > 40";

    @Test
    void everyTableAndEveryColumnThatCouldHoldAPersonIsInTheList() throws IOException {
        List<String> lines = lines();
        TreeSet<String> listed = new TreeSet<>();
        TreeSet<String> tables = new TreeSet<>();
        for (String line : lines) {
            assertThat(line).as("column, and what becomes of it").matches("[a-z0-9_]+\\.([a-z0-9_]+|\\*) +\\S.*");
            String column = line.split(" ", 2)[0];
            assertThat(column.endsWith("*") ? tables.add(column.replace(".*", "")) : listed.add(column))
                    .as(column)
                    .isTrue();
        }
        TreeSet<String> there = columns("1 = 1");

        assertThat(there.stream()
                        .map(PersonalColumnsIT::table)
                        .filter(table -> !tables.contains(table)
                                && listed.stream()
                                        .noneMatch(column -> table(column).equals(table))))
                .as("tables that personal-columns.txt says nothing of")
                .isEmpty();
        assertThat(columns("(column_name regexp '" + SOUNDS_PERSONAL + "' or " + ROOM_FOR_WORDS + ")").stream()
                        .filter(column -> !listed.contains(column) && !tables.contains(table(column))))
                .as("columns that personal-columns.txt says nothing of")
                .isEmpty();
        assertThat(listed).as("columns that are no more").allMatch(there::contains);
        assertThat(tables).as("tables that are no more").allMatch(table -> there.stream()
                .anyMatch(column -> column.startsWith(table + ".")));
    }

    private static String table(String column) {
        return column.substring(0, column.indexOf('.'));
    }

    private TreeSet<String> columns(String condition) {
        TreeSet<String> columns = new TreeSet<>();
        em.createNativeQuery("select concat(table_name, '.', column_name) from information_schema.columns"
                        + " where table_schema = database() and " + condition)
                .getResultList()
                .forEach(column -> columns.add((String) column));
        return columns;
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                PersonalColumnsIT.class.getResourceAsStream("personal-columns.txt"), StandardCharsets.UTF_8))) {
            return file.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
