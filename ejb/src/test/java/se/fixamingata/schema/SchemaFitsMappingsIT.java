package se.fixamingata.schema;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;

/** Flyway owns the schema and EclipseLink makes nothing, so only a test can tell when the two part. */
class SchemaFitsMappingsIT extends DatabaseTest {

    /** A mail's bytes, which no list of mails may load: its repository writes and reads them by itself. */
    private static final Set<String> KEPT_APART = Set.of("incoming_mail.digest", "incoming_mail.raw");

    private record Stored(boolean required, Long length) {}

    @Test
    void everyMappedColumnExistsAndEveryRequiredColumnIsMapped() {
        List<String> misfits = new ArrayList<>();
        for (ClassDescriptor entity : entities()) {
            Map<String, Stored> stored = columns(entity.getTableName());
            assertThat(stored).as("table of " + entity.getAlias()).isNotEmpty();
            List<String> mapped = entity.getFields().stream()
                    .filter(field -> field.getTableName().equalsIgnoreCase(entity.getTableName()))
                    .map(DatabaseField::getName)
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            mapped.stream()
                    .filter(name -> !stored.containsKey(name))
                    .forEach(name ->
                            misfits.add(entity.getTableName() + "." + name + " is mapped and not in the schema"));
            stored.forEach((name, column) -> {
                if (column.required()
                        && !mapped.contains(name)
                        && !KEPT_APART.contains(entity.getTableName() + "." + name)) {
                    misfits.add(entity.getTableName() + "." + name + " is required and not mapped");
                }
            });
        }
        assertThat(misfits).isEmpty();
    }

    @Test
    void lengthsAndEnumsFit() {
        List<String> misfits = new ArrayList<>();
        for (ClassDescriptor entity : entities()) {
            Map<String, Stored> stored = columns(entity.getTableName());
            for (Field field : entity.getJavaClass().getDeclaredFields()) {
                Column column = field.getAnnotation(Column.class);
                String name = column == null || column.name().isEmpty() ? field.getName() : column.name();
                Stored place = stored.get(name.toLowerCase(Locale.ROOT));
                if (place == null || place.length() == null || field.isAnnotationPresent(Convert.class)) {
                    continue;
                }
                String where = entity.getTableName() + "." + name;
                if (field.getType().isEnum()) {
                    longest(field.getType().getEnumConstants())
                            .filter(constant -> constant.length() > place.length())
                            .ifPresent(constant -> misfits.add(where + " cannot hold " + constant));
                } else if (field.getType() == String.class && column != null && column.length() != place.length()) {
                    misfits.add(where + " is mapped with length " + column.length() + " and has " + place.length());
                }
            }
        }
        assertThat(misfits).isEmpty();
    }

    @Test
    void everyEntityCanBeRead() {
        for (ClassDescriptor entity : entities()) {
            em.createQuery("select e from " + entity.getAlias() + " e", Object.class)
                    .setMaxResults(2)
                    .getResultList();
        }
    }

    private Collection<ClassDescriptor> entities() {
        return em.unwrap(JpaEntityManager.class).getServerSession().getDescriptors().values().stream()
                .filter(descriptor ->
                        !descriptor.isAggregateDescriptor() && !descriptor.isAggregateCollectionDescriptor())
                .filter(descriptor -> descriptor.getTableName() != null)
                .toList();
    }

    private Map<String, Stored> columns(String table) {
        Map<String, Stored> columns = new TreeMap<>();
        List<?> rows = em.createNativeQuery(
                        "select column_name, is_nullable = 'NO' and column_default is null and extra = '',"
                                + " character_maximum_length from information_schema.columns where table_schema = database() and table_name = ?1")
                .setParameter(1, table)
                .getResultList();
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            columns.put(
                    values[0].toString().toLowerCase(Locale.ROOT),
                    new Stored(
                            ((Number) values[1]).intValue() == 1,
                            values[2] == null ? null : ((Number) values[2]).longValue()));
        }
        return columns;
    }

    private static java.util.Optional<String> longest(Object[] constants) {
        return Arrays.stream(constants)
                .map(constant -> ((Enum<?>) constant).name())
                .max(java.util.Comparator.comparingInt(String::length));
    }
}
