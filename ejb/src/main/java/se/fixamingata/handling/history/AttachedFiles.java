package se.fixamingata.handling.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The photos of a report and the photos and documents of its updates, all in one query. */
@ApplicationScoped
public class AttachedFiles {

    static final OfUpdates NONE = new OfUpdates(List.of(), Map.of(), Map.of());

    private static final String FILES =
            """
            select p.id, p.update_id, p.width, p.height, p.hidden, null as file_name, null as length, p.sort_order as place
              from photo p where p.report_id = ?1
            union all
            select p.id, p.update_id, p.width, p.height, p.hidden, null, null, p.sort_order
              from report_update u join photo p on p.update_id = u.id where u.report_id = ?1
            union all
            select d.id, d.update_id, null, null, 0, d.file_name, d.length, 0
              from report_update u join update_document d on d.update_id = u.id where u.report_id = ?1
            order by place, id""";

    @Inject
    EntityManager em;

    /** For the container. */
    public AttachedFiles() {}

    /** For tests. */
    public AttachedFiles(EntityManager em) {
        this.em = em;
    }

    /** The report's own, and its updates' by the update's number. */
    public record OfUpdates(
            List<CasePhoto> ofReport, Map<Long, List<CasePhoto>> photos, Map<Long, List<CaseDocument>> documents) {

        List<CasePhoto> photos(long update) {
            return photos.getOrDefault(update, List.of());
        }

        List<CaseDocument> documents(long update) {
            return documents.getOrDefault(update, List.of());
        }
    }

    /** @param hidden whether those that a moderator has hidden are wanted */
    public OfUpdates ofReport(long reportId, boolean hidden) {
        Query query = em.createNativeQuery(FILES).setParameter(1, reportId);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        OfUpdates files = new OfUpdates(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        for (Object[] row : rows) {
            if (row[5] != null) {
                files.documents
                        .computeIfAbsent(((Number) row[1]).longValue(), update -> new ArrayList<>())
                        .add(new CaseDocument((String) row[0], (String) row[5], ((Number) row[6]).intValue()));
            } else if (hidden || !isHidden(row)) {
                photosOf(row, files)
                        .add(new CasePhoto(
                                (String) row[0],
                                ((Number) row[2]).intValue(),
                                ((Number) row[3]).intValue(),
                                isHidden(row)));
            }
        }
        return files;
    }

    private static List<CasePhoto> photosOf(Object[] row, OfUpdates files) {
        return row[1] == null
                ? files.ofReport
                : files.photos.computeIfAbsent(((Number) row[1]).longValue(), update -> new ArrayList<>());
    }

    private static boolean isHidden(Object[] row) {
        return row[4] instanceof Boolean truth ? truth : ((Number) row[4]).intValue() != 0;
    }
}
