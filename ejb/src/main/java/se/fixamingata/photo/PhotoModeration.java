package se.fixamingata.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.shared.SqlTime;

/** Hiding photos and deleting them for good. Who may is decided by the caller; changes need a transaction, and the report's lock. */
@ApplicationScoped
public class PhotoModeration {

    @Inject
    EntityManager em;

    /** For the container. */
    public PhotoModeration() {}

    /** For tests. */
    public PhotoModeration(EntityManager em) {
        this.em = em;
    }

    /** Empty when there is no such photo, or it belongs to something that has not been sent yet. */
    public Optional<PhotoPlace> find(String photoId) {
        return find(Set.of(photoId)).stream().findFirst();
    }

    /** Those of the photos that belong to something that has been sent, in no order; one query. */
    public List<PhotoPlace> find(Collection<String> photoIds) {
        if (photoIds.isEmpty()) {
            return List.of();
        }
        Query query = em.createNativeQuery(
                "select p.id, coalesce(p.report_id, u.report_id), p.update_id, case when p.hidden then 1 else 0 end, "
                        + SqlTime.micros("p.uploaded_at")
                        + " from photo p left join report_update u on u.id = p.update_id"
                        + " where coalesce(p.report_id, u.report_id) is not null and p.id in ("
                        + String.join(", ", Collections.nCopies(photoIds.size(), "?")) + ")");
        int position = 1;
        for (String id : photoIds) {
            query.setParameter(position++, id);
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new PhotoPlace(
                        (String) row[0],
                        ((Number) row[1]).longValue(),
                        row[2] == null ? null : ((Number) row[2]).longValue(),
                        ((Number) row[3]).intValue() == 1,
                        SqlTime.instant(row[4])))
                .toList();
    }

    /** Hides it, or shows it again. */
    public void hide(String photoId, boolean hidden) {
        em.createNativeQuery("update photo set hidden = ?1 where id = ?2")
                .setParameter(1, hidden)
                .setParameter(2, photoId)
                .executeUpdate();
    }

    /** Its pixels too. */
    public void delete(String photoId) {
        em.createNativeQuery("delete from photo where id = ?1")
                .setParameter(1, photoId)
                .executeUpdate();
    }

    /** The one that may stand for the report in lists: its first that is not hidden. */
    public Optional<String> firstVisible(long reportId) {
        return em.createNativeQuery(
                        "select id from photo where report_id = ?1 and not hidden order by sort_order, id limit 1")
                .setParameter(1, reportId)
                .getResultStream()
                .findFirst()
                .map(String.class::cast);
    }
}
