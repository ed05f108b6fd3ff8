package se.fixamingata.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixamingata.shared.SecretToken;

/**
 * Photos in the database, where the backup, the transaction and the second server already are. Plain SQL: pixels have no business in a
 * persistence context.
 */
@ApplicationScoped
public class DatabasePhotoStore implements PhotoStore {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    /** Fits no draft: a hash has 32 bytes. */
    private static final byte[] NO_SECRET = {};

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public DatabasePhotoStore() {}

    /** For tests. */
    public DatabasePhotoStore(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    @Override
    public Optional<String> add(PhotoOwner owner, String fileName, PreparedPhoto photo) {
        em.flush();
        if (!lock(owner)) {
            return Optional.empty();
        }
        Object[] row = (Object[]) em.createNativeQuery(
                        "select count(*), coalesce(max(sort_order), 0) from photo where " + column(owner) + " = ?1")
                .setParameter(1, owner.id())
                .getSingleResult();
        if (((Number) row[0]).intValue() >= MAX_PER_OWNER) {
            return Optional.empty();
        }
        String id = newId();
        em.createNativeQuery("insert into photo (id, " + column(owner)
                        + ", sort_order, file_name, width, height, uploaded_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, id)
                .setParameter(2, owner.id())
                .setParameter(3, ((Number) row[1]).intValue() + 1)
                .setParameter(4, FileNames.clean(fileName))
                .setParameter(5, photo.width())
                .setParameter(6, photo.height())
                .setParameter(7, utc(clock.instant()))
                .executeUpdate();
        keep(id, PhotoSize.FULL, photo.width(), photo.height(), photo.full());
        keep(id, PhotoSize.THUMB, photo.thumbWidth(), photo.thumbHeight(), photo.thumb());
        return Optional.of(id);
    }

    private boolean lock(PhotoOwner owner) {
        String table = owner instanceof PhotoOwner.Draft ? "draft" : "report";
        return !em.createNativeQuery("select id from " + table + " where id = ?1 for update")
                .setParameter(1, owner.id())
                .getResultList()
                .isEmpty();
    }

    private void keep(String id, PhotoSize size, int width, int height, byte[] bytes) {
        em.createNativeQuery(
                        "insert into photo_image (photo_id, size, width, height, bytes) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, id)
                .setParameter(2, size.name())
                .setParameter(3, width)
                .setParameter(4, height)
                .setParameter(5, bytes)
                .executeUpdate();
    }

    @Override
    public List<Photo> of(PhotoOwner owner) {
        Query query = em.createNativeQuery("select id, file_name, width, height from photo where " + column(owner)
                        + " = ?1 order by sort_order, id")
                .setParameter(1, owner.id());
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(r ->
                        new Photo((String) r[0], (String) r[1], ((Number) r[2]).intValue(), ((Number) r[3]).intValue()))
                .toList();
    }

    @Override
    public long inDrafts() {
        Number count = (Number) em.createNativeQuery("select count(*) from photo where draft_id is not null")
                .getSingleResult();
        return count.longValue();
    }

    @Override
    public boolean remove(PhotoOwner owner, String photoId) {
        return em.createNativeQuery("delete from photo where id = ?1 and " + column(owner) + " = ?2")
                        .setParameter(1, photoId)
                        .setParameter(2, owner.id())
                        .executeUpdate()
                > 0;
    }

    @Override
    public List<Photo> handOver(PhotoOwner.Draft draft, PhotoOwner.Report report) {
        em.flush();
        em.createNativeQuery("update photo set report_id = ?1, draft_id = null where draft_id = ?2")
                .setParameter(1, report.id())
                .setParameter(2, draft.id())
                .executeUpdate();
        return of(report);
    }

    @Override
    public Optional<StoredImage> find(String photoId, PhotoSize size, SecretToken draft) {
        if (!ID.matcher(photoId).matches()) {
            return Optional.empty();
        }
        Query query = em.createNativeQuery(
                        """
                        select i.bytes, case when r.listed then 1 else 0 end
                          from photo p
                          join photo_image i on i.photo_id = p.id and i.size = ?2
                          left join report r on r.id = p.report_id
                          left join draft d on d.id = p.draft_id
                         where p.id = ?1
                           and (r.listed or (d.token_hash = ?3 and d.expires_at > ?4))""")
                .setParameter(1, photoId)
                .setParameter(2, size.name())
                .setParameter(3, draft == null ? NO_SECRET : draft.hash())
                .setParameter(4, utc(clock.instant()));
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream().findFirst().map(r -> new StoredImage((byte[]) r[0], ((Number) r[1]).intValue() == 1));
    }

    private static String column(PhotoOwner owner) {
        return owner instanceof PhotoOwner.Draft ? "draft_id" : "report_id";
    }

    /** Native parameters know no converter. */
    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String newId() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
