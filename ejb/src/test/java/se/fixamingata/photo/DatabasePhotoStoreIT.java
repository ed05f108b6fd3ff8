package se.fixamingata.photo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.shared.SecretToken;

class DatabasePhotoStoreIT extends DatabaseTest {

    private static final PreparedPhoto PHOTO =
            new PreparedPhoto(new byte[] {1, 2, 3}, 2048, 1024, new byte[] {4}, 400, 200);
    private static final PhotoOwner.Draft DRAFT = new PhotoOwner.Draft(9_000_001);
    private static final PhotoOwner.Report REPORT = new PhotoOwner.Report(9_000_002);

    private final SecretToken secret = SecretToken.random();
    private DatabasePhotoStore store;

    @BeforeEach
    void aDraft() {
        store = new DatabasePhotoStore(em, clock);
        draft(em, DRAFT.id(), secret, clock.instant().plus(Duration.ofHours(24)));
    }

    @Test
    void photosComeBackInTheirOrder() {
        String first = store.add(DRAFT, "C:\\a.jpg", PHOTO).orElseThrow();
        String second = store.add(DRAFT, "b.jpg", PHOTO).orElseThrow();

        assertThat(store.of(DRAFT))
                .containsExactly(new Photo(first, "a.jpg", 2048, 1024), new Photo(second, "b.jpg", 2048, 1024));
    }

    @Test
    void theSixthIsOneTooMany() {
        for (int i = 0; i < PhotoStore.MAX_PER_OWNER; i++) {
            assertThat(store.add(DRAFT, "a.jpg", PHOTO)).isPresent();
        }

        assertThat(store.add(DRAFT, "a.jpg", PHOTO)).isEmpty();
    }

    @Test
    void eightAtOnceAreStillFive() throws Exception {
        PhotoOwner.Draft shared = new PhotoOwner.Draft(9_000_009);
        commit(own ->
                draft(own, shared.id(), SecretToken.random(), clock.instant().plus(Duration.ofHours(24))));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Optional<String>> one =
                    () -> committed(own -> new DatabasePhotoStore(own, clock).add(shared, "a.jpg", PHOTO));
            int kept = 0;
            for (Future<Optional<String>> added : pool.invokeAll(List.of(one, one, one, one, one, one, one, one))) {
                kept += added.get().isPresent() ? 1 : 0;
            }
            assertThat(kept).isEqualTo(PhotoStore.MAX_PER_OWNER);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aPlaceBecomesFreeAgain() {
        String first = store.add(DRAFT, "a.jpg", PHOTO).orElseThrow();
        String second = store.add(DRAFT, "b.jpg", PHOTO).orElseThrow();

        assertThat(store.remove(DRAFT, first)).isTrue();
        assertThat(store.remove(DRAFT, first)).isFalse();
        assertThat(store.of(DRAFT)).extracting(Photo::id).containsExactly(second);
    }

    @Test
    void nobodyRemovesAnotherDraftsPhoto() {
        String photo = store.add(DRAFT, "a.jpg", PHOTO).orElseThrow();

        assertThat(store.remove(new PhotoOwner.Draft(9_000_003), photo)).isFalse();
    }

    @Test
    void aDraftThatIsGoneGetsNoPhoto() {
        assertThat(store.add(new PhotoOwner.Draft(9_000_004), "a.jpg", PHOTO)).isEmpty();
    }

    @Test
    void onlyTheDraftsHolderSeesItsPhotos() {
        String photo = store.add(DRAFT, "a.jpg", PHOTO).orElseThrow();

        assertThat(store.find(photo, PhotoSize.FULL, PhotoViewer.drafting(secret)))
                .hasValueSatisfying(image -> {
                    assertThat(image.bytes()).containsExactly(1, 2, 3);
                    assertThat(image.isPublic()).isFalse();
                });
        assertThat(store.find(photo, PhotoSize.FULL, PhotoViewer.ANYBODY)).isEmpty();
        assertThat(store.find(photo, PhotoSize.FULL, PhotoViewer.drafting(SecretToken.random())))
                .isEmpty();
    }

    @Test
    void anExpiredDraftShowsNothing() {
        String photo = store.add(DRAFT, "a.jpg", PHOTO).orElseThrow();
        clock.advance(Duration.ofHours(25));

        assertThat(store.find(photo, PhotoSize.FULL, PhotoViewer.drafting(secret)))
                .isEmpty();
    }

    @Test
    void onceTheReportIsPublicEverybodySeesThem() {
        String photo = store.add(DRAFT, "a.jpg", PHOTO).orElseThrow();
        report(false);

        assertThat(store.handOver(DRAFT, REPORT)).extracting(Photo::id).containsExactly(photo);
        assertThat(store.of(DRAFT)).isEmpty();
        assertThat(store.find(photo, PhotoSize.THUMB, PhotoViewer.ANYBODY)).isEmpty();

        run("update report set listed = true where id = " + REPORT.id());
        assertThat(store.find(photo, PhotoSize.THUMB, PhotoViewer.ANYBODY)).hasValueSatisfying(image -> {
            assertThat(image.bytes()).containsExactly(4);
            assertThat(image.isPublic()).isTrue();
        });
    }

    @Test
    void whatIsNoIdFindsNothing() {
        assertThat(store.find("' or 1=1 --", PhotoSize.FULL, PhotoViewer.drafting(secret)))
                .isEmpty();
    }

    @Test
    void aDraftTakesItsPhotosAlong() {
        store.add(DRAFT, "a.jpg", PHOTO);

        run("delete from draft where id = " + DRAFT.id());

        assertThat(em.createNativeQuery("select count(*) from photo_image").getSingleResult())
                .isEqualTo(0L);
    }

    private static void draft(EntityManager em, long id, SecretToken secret, Instant expires) {
        em.createNativeQuery("insert into draft (id, token_hash, show_name, language, changed_at, expires_at, version)"
                        + " values (?1, ?2, false, 'sv', ?3, ?3, 1)")
                .setParameter(1, id)
                .setParameter(2, secret.hash())
                .setParameter(3, LocalDateTime.ofInstant(expires, ZoneOffset.UTC))
                .executeUpdate();
    }

    /** As bare as the schema allows: whether it is listed is all that matters here. */
    private void report(boolean listed) {
        run("insert into municipality (code, name, slug, county_code, county, lat, lon)"
                + " values ('1763', 'Forshaga', 'forshaga', '17', 'Värmlands län', 59.53, 13.48)");
        run("insert into authority (code, kind, state, slug, name, changed_at, version)"
                + " values ('1763', 'MUNICIPALITY', 'DEFAULT', 'forshaga', 'Forshaga kommun', '2026-01-01', 1)");
        run("insert into report (id, municipality_code, authority_code, category_code, status, visibility,"
                + " listed, title, description, lat, lon, cell, reporter_name, reporter_email, show_name,"
                + " language, source, submitted_at, changed_at, version) values (" + REPORT.id()
                + ", '1763', '1763', 'lighting', 'UNCONFIRMED', 'PUBLIC', " + listed
                + ", 'Lampa', 'Trasig lampa', 59, 13, 0, 'A', 'a@example.org', false, 'sv', 'WEB',"
                + " '2026-01-01', '2026-01-01', 1)");
    }

    private void run(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }
}
