package se.fixamingata.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;

class SchemaMigrationIT extends DatabaseTest {

    @Test
    void runningItAgainChangesNothing() {
        assertThat(SchemaMigration.migrate(dataSource()).migrationsExecuted).isZero();
    }

    /** In most alphabets ä is an a and "Träd" comes before "Trafiksignaler"; in the Swedish one it comes after z. */
    @Test
    void textIsUtf8AndSortsAsSwedish() {
        assertThat(em.createNativeQuery(
                                "select name_sv from category where code in ('trees', 'signals') order by name_sv")
                        .getResultList())
                .asList()
                .containsExactly("Trafiksignaler", "Träd och buskage");
    }
}
