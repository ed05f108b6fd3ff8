package se.fixamingata.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Role;
import se.fixamingata.photo.PhotoViewer;
import se.fixamingata.report.ReportRow;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;

/** Who gets a document that goes with an answer. */
class OpenDocumentsIT extends DatabaseTest {

    private static final byte[] PDF = "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private OpenDocuments documents;
    private String id;
    private SecretToken reporter;
    private SecretToken ofAnother;

    @BeforeEach
    void anAnswer() {
        ReportRow.addMunicipalities(em);
        ReportRow.add(em, ReportRow.of(7, 59.53, 13.48), ReportRow.of(8, 59.53, 13.48));
        ReportUpdate answer = ReportUpdate.byAuthority(7, null, "Se beslutet.", clock.instant());
        em.persist(answer);
        em.flush();
        id = new UpdateDocuments(em).add(answer.id(), "Beslut å.pdf", PDF);
        SecretLinks links = new SecretLinks(em, clock);
        reporter = links.issue(Purpose.REPORTER, 7, Duration.ofDays(1));
        ofAnother = links.issue(Purpose.REPORTER, 8, Duration.ofDays(1));
        em.flush();
        documents = new OpenDocuments(em, clock);
    }

    @Test
    void everybodyGetsWhatIsPublic() {
        assertThat(documents.find(id, PhotoViewer.ANYBODY)).hasValueSatisfying(document -> {
            assertThat(document.fileName()).isEqualTo("Beslut å.pdf");
            assertThat(document.pdf()).isEqualTo(PDF);
            assertThat(document.isPublic()).isTrue();
        });
        assertThat(documents.find("A".repeat(22), PhotoViewer.ANYBODY)).isEmpty();
        assertThat(documents.find("' or 1=1 --", PhotoViewer.ANYBODY)).isEmpty();
        assertThat(documents.find(null, PhotoViewer.ANYBODY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // listed, state, anybody, reporter, reader, caseworker
        "true, PUBLISHED, true, true, true, true",
        "true, HIDDEN, false, false, false, true",
        "false, PUBLISHED, false, true, true, true",
        "false, HIDDEN, false, false, false, true",
    })
    void otherwiseWhoMayReadTheAnswer(
            boolean listed, String state, boolean anybody, boolean byLink, boolean reader, boolean caseworker) {
        em.createNativeQuery("update report set listed = " + listed + " where id = 7")
                .executeUpdate();
        em.createNativeQuery("update report_update set state = '" + state + "'").executeUpdate();

        assertThat(gets(PhotoViewer.ANYBODY)).isEqualTo(anybody);
        assertThat(gets(PhotoViewer.holding(ofAnother))).isEqualTo(anybody);
        assertThat(gets(PhotoViewer.holding(reporter))).isEqualTo(byLink);
        assertThat(gets(staff("1763", Role.READER))).isEqualTo(reader);
        assertThat(gets(staff("1763", Role.CASEWORKER))).isEqualTo(caseworker);
        assertThat(gets(staff("1780", Role.ADMINISTRATOR))).isEqualTo(anybody);
    }

    private boolean gets(PhotoViewer viewer) {
        return documents.find(id, viewer).isPresent();
    }

    private static PhotoViewer staff(String authority, Role role) {
        return PhotoViewer.of(new Caller(
                1, 1, "N", "n@example.org", Language.SV, false, List.of(new Membership(authority, role, Set.of()))));
    }
}
