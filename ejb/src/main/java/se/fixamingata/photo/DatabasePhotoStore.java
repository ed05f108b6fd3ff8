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
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.shared.SecretToken;

/**
 * Photos in the database, where the backup, the transaction and the second server already are. Plain SQL: pixels have no business in a
 * persistence context.
 */
@ApplicationScoped
public class DatabasePhotoStore implements PhotoStore {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    /** Fits nothing: a hash has 32 bytes. */
    private static final byte[] NO_SECRET = {};
    /** No account's number. */
    private static final long NOBODY = -1;
    /** No authority's code. */
    private static final String NO_SYSTEM = "";

    /**
     * A picture and on what ground it may be shown: {@code PUBLIC}, {@code OWN}, or one that the caller's rights decide: {@code STAFF},
     * {@code HIDDEN}. What was hidden, or is not confirmed yet, is no longer the reporter's or the stranger's.
     */
    private static final String VISIBLE =
            """
            select i.bytes,
                   case
                     when r.listed and not p.hidden and (u.id is null or u.state = 'PUBLISHED') then 'PUBLIC'
                     when d.token_hash = ?3 and d.expires_at > ?8 then 'OWN'
                     when ud.token_hash = ?4 and ud.expires_at > ?8 then 'OWN'
                     when not p.hidden and (u.id is null or u.state = 'PUBLISHED')
                          and (r.reporter_account = ?6
                               or exists (select 1 from secret_link l
                                           where l.token_hash = ?5 and l.report_id = r.id
                                             and (l.purpose = 'REPORTER'
                                                  or l.purpose = 'HANDLE' and l.authority_code = r.authority_code)
                                             and l.expires_at > ?8 and l.revoked_at is null)) then 'OWN'
                     when not p.hidden and (u.id is null or u.state = 'PUBLISHED') and r.authority_code = ?9
                          and r.visibility <> 'HIDDEN' and r.status <> 'UNCONFIRMED' then 'OWN'
                     when ?7 = 1 and r.status <> 'UNCONFIRMED' and (u.id is null or u.state <> 'UNCONFIRMED')
                          then case when p.hidden or u.state = 'HIDDEN' then 'HIDDEN' else 'STAFF' end
                   end as ground,
                   r.authority_code, r.category_code
              from photo p
              join photo_image i on i.photo_id = p.id and i.size = ?2
              left join report_update u on u.id = p.update_id
              left join report r on r.id = coalesce(p.report_id, u.report_id)
              left join draft d on d.id = p.draft_id
              left join update_draft ud on ud.id = p.update_draft_id
             where p.id = ?1
            having ground is not null""";

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
        return !em.createNativeQuery("select id from " + table(owner) + " where id = ?1 for update")
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
        Number count = (Number) em.createNativeQuery("select (select count(*) from photo where draft_id is not null)"
                        + " + (select count(*) from photo where update_draft_id is not null)")
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
    public List<Photo> handOver(PhotoOwner draft, PhotoOwner owner) {
        em.flush();
        em.createNativeQuery("update photo set " + column(owner) + " = ?1, " + column(draft) + " = null where "
                        + column(draft) + " = ?2")
                .setParameter(1, owner.id())
                .setParameter(2, draft.id())
                .executeUpdate();
        return of(owner);
    }

    @Override
    public Optional<StoredImage> find(String photoId, PhotoSize size, PhotoViewer viewer) {
        if (!ID.matcher(photoId).matches()) {
            return Optional.empty();
        }
        Query query = em.createNativeQuery(VISIBLE)
                .setParameter(1, photoId)
                .setParameter(2, size.name())
                .setParameter(3, hash(viewer.draft()))
                .setParameter(4, hash(viewer.updateDraft()))
                .setParameter(5, hash(viewer.link()))
                .setParameter(6, viewer.caller().map(Caller::accountId).orElse(NOBODY))
                .setParameter(7, viewer.caller().filter(Caller::isStaff).isPresent() ? 1 : 0)
                .setParameter(8, utc(clock.instant()))
                .setParameter(9, viewer.system().orElse(NO_SYSTEM));
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .filter(row -> isOpen((String) row[1], (String) row[2], (String) row[3], viewer))
                .findFirst()
                .map(row -> new StoredImage((byte[]) row[0], row[1].equals("PUBLIC")));
    }

    /** What the query could not decide: whether the caller's place in the back office reaches to that report. */
    private static boolean isOpen(String ground, String authority, String category, PhotoViewer viewer) {
        return switch (ground) {
            case "STAFF" -> Permissions.may(viewer.caller().orElseThrow(), Right.VIEW, authority, category);
            case "HIDDEN" -> Permissions.may(viewer.caller().orElseThrow(), Right.MODERATE, authority, category);
            default -> true;
        };
    }

    private static byte[] hash(Optional<SecretToken> secret) {
        return secret.map(SecretToken::hash).orElse(NO_SECRET);
    }

    @Override
    public Optional<byte[]> read(String photoId, PhotoSize size) {
        return em.createNativeQuery("select bytes from photo_image where photo_id = ?1 and size = ?2")
                .setParameter(1, photoId)
                .setParameter(2, size.name())
                .getResultStream()
                .findFirst()
                .map(byte[].class::cast);
    }

    private static String column(PhotoOwner owner) {
        return table(owner).replace("report_update", "update") + "_id";
    }

    private static String table(PhotoOwner owner) {
        if (owner instanceof PhotoOwner.Draft) {
            return "draft";
        }
        if (owner instanceof PhotoOwner.UpdateDraft) {
            return "update_draft";
        }
        return owner instanceof PhotoOwner.Report ? "report" : "report_update";
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
