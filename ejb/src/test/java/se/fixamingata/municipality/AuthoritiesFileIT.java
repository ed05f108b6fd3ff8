package se.fixamingata.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.shared.OneAtATime;

class AuthoritiesFileIT extends DatabaseTest {

    private static final String HEADER = String.join(";", AuthoritiesCsv.HEADER) + "\n";
    private static final String FORSHAGA =
            "1763;forshaga;Forshaga kommun;municipality;live;gata@forshaga.example;;;;;;;\n";

    @TempDir
    Path directory;

    private Path path;
    private AuthoritiesFile file;

    @BeforeEach
    void seed() {
        path = directory.resolve("authorities.csv");
        TestMunicipalities.seed(em, clock);
        file = new AuthoritiesFile(Optional.of(path.toString()), importing(em));
    }

    @Test
    void isTakenOverWhenItIsNew() throws IOException {
        Files.writeString(path, HEADER + FORSHAGA);
        file.look();
        file.look();

        assertThat(file.lastProblems()).isEmpty();
        assertThat(new Authorities(em).recipient("1763", "lighting")).contains("gata@forshaga.example");
        assertThat(rowsRead()).isEqualTo(1);
    }

    @Test
    void aRefusedOneChangesNothingUntilItIsMended() throws IOException {
        Files.writeString(path, HEADER + FORSHAGA);
        file.look();
        Files.writeString(path, HEADER + FORSHAGA.replace("gata@", "gata"));
        file.look();

        assertThat(file.lastProblems()).containsExactly(new FileProblem(2, "email is no e-mail address"));
        assertThat(new Authorities(em).recipient("1763", "lighting")).contains("gata@forshaga.example");

        Files.writeString(path, HEADER + FORSHAGA.replace("gata@", "vag@"));
        file.look();
        assertThat(file.lastProblems()).isEmpty();
        assertThat(new Authorities(em).recipient("1763", "lighting")).contains("vag@forshaga.example");
    }

    @Test
    void aMissingOneIsTold() {
        file.look();

        assertThat(file.lastProblems()).singleElement().satisfies(problem -> assertThat(problem.reason())
                .startsWith("cannot be read"));
    }

    @Test
    void withoutASettingThereIsNone() {
        AuthoritiesFile none = new AuthoritiesFile(Optional.empty(), importing(em));
        none.look();

        assertThat(none.lastProblems()).isEmpty();
    }

    @Test
    void ofSeveralServersOneTakesItOver() {
        em.getTransaction().rollback();
        commit(own -> TestMunicipalities.seed(own, clock));
        byte[] bytes = (HEADER + FORSHAGA).getBytes(StandardCharsets.UTF_8);

        List<AuthoritiesImport.Outcome> outcomes = IntStream.range(0, 3)
                .mapToObj(server -> CompletableFuture.supplyAsync(
                        () -> committed(own -> importing(own).take(bytes, "d".repeat(64)))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        new AuthoritiesImport.Outcome.Imported(1, 1),
                        new AuthoritiesImport.Outcome.Unchanged(),
                        new AuthoritiesImport.Outcome.Unchanged());
    }

    private AuthoritiesImport importing(EntityManager own) {
        AuthoritiesImport importing = new AuthoritiesImport();
        importing.em = own;
        importing.categories = new Categories(own);
        importing.audit = new AuditTrail(own, clock);
        importing.turns = new OneAtATime(own);
        importing.addressRegistered = new RecordedEvents<>();
        importing.imported = new RecordedEvents<>();
        importing.clock = clock;
        return importing;
    }

    private long rowsRead() {
        return ((Number) em.createNativeQuery("select rows_read from imported_file where name = 'authorities.csv'")
                        .getSingleResult())
                .longValue();
    }
}
