package se.fixamingata.report;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One report's story and pictures, in two queries. Words, photos and documents belong to other packages; the few columns that a page
 * needs are read here, because a page that asked each of them would ask too often.
 */
final class HistoryReading {

    /** Words that nobody has confirmed are told of by no entry. */
    private static final String ENTRIES =
            """
            select h.at, h.kind, h.fromStatus, h.toStatus, h.actor, h.actorName, h.text, h.detail,
                   u.id, u.text, u.looksFixed, u.editedAt, u.showName, u.name,
                   case when u.state = se.fixamingata.update.UpdateState.HIDDEN then 1 else 0 end
              from HistoryEntry h left join ReportUpdate u on u.id = h.updateId
             where h.reportId = :id and h.internal = false
             order by h.at desc, h.id desc""";

    private static final String PICTURES =
            """
            select id, width, height, update_id, null, sort_order from photo where report_id = ? and not hidden
            """;

    private static final String OF_UPDATES =
            """
            union all
            select id, width, height, update_id, null, sort_order from photo where update_id in (%1$s) and not hidden
            union all
            select id, length, 0, update_id, file_name, 0 from update_document where update_id in (%1$s)
            """;

    private final List<HistoryView> entries = new ArrayList<>();
    private final List<PhotoView> ofReport = new ArrayList<>();
    private final Map<Long, List<PhotoView>> photos = new HashMap<>();
    private final Map<Long, List<DocumentView>> documents = new HashMap<>();
    private final int page;
    private final boolean older;
    private final Instant until;

    HistoryReading(EntityManager em, long reportId, int page) {
        this.page = page;
        boolean newest = page == 1;
        // The one before the page tells where it ends, the one after it that there are more.
        int before = newest ? 0 : 1;
        List<Object[]> rows = em.createQuery(ENTRIES, Object[].class)
                .setParameter("id", reportId)
                .setFirstResult((page - 1) * HistoryPage.MOST - before)
                .setMaxResults(before + HistoryPage.MOST + 1)
                .getResultList();
        until = newest || rows.isEmpty() ? null : (Instant) rows.get(0)[0];
        older = rows.size() > before + HistoryPage.MOST;
        List<Object[]> shown = new ArrayList<>(
                rows.subList(Math.min(before, rows.size()), Math.min(before + HistoryPage.MOST, rows.size())));
        Collections.reverse(shown);
        readPictures(
                em,
                reportId,
                shown.stream()
                        .filter(row -> row[8] != null && !isHidden(row))
                        .map(row -> (Long) row[8])
                        .toList());
        shown.forEach(row -> entries.add(entry(row)));
    }

    HistoryPage history() {
        return new HistoryPage(page, entries, older, until);
    }

    /** The report's own. */
    List<PhotoView> photos() {
        return ofReport;
    }

    private void readPictures(EntityManager em, long reportId, List<Long> updates) {
        String places = String.join(",", Collections.nCopies(updates.size(), "?"));
        Query query = em.createNativeQuery(
                (updates.isEmpty() ? PICTURES : PICTURES + OF_UPDATES.formatted(places)) + " order by sort_order, id");
        int position = 1;
        query.setParameter(position++, reportId);
        for (int twice = 0; twice < 2; twice++) {
            for (Long update : updates) {
                query.setParameter(position++, update);
            }
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        rows.forEach(this::keep);
    }

    private void keep(Object[] row) {
        String id = (String) row[0];
        int first = ((Number) row[1]).intValue();
        if (row[3] == null) {
            ofReport.add(new PhotoView(id, first, ((Number) row[2]).intValue()));
            return;
        }
        Long update = ((Number) row[3]).longValue();
        if (row[4] == null) {
            photos.computeIfAbsent(update, any -> new ArrayList<>())
                    .add(new PhotoView(id, first, ((Number) row[2]).intValue()));
        } else {
            documents
                    .computeIfAbsent(update, any -> new ArrayList<>())
                    .add(new DocumentView(id, (String) row[4], first));
        }
    }

    private HistoryView entry(Object[] row) {
        boolean hidden = isHidden(row);
        boolean named = Boolean.TRUE.equals(row[12]) && !hidden;
        String text = row[9] == null ? (String) row[6] : (String) row[9];
        return new HistoryView(
                (Instant) row[0],
                (HistoryEntry.Kind) row[1],
                (ReportStatus) row[2],
                (ReportStatus) row[3],
                (Actor) row[4],
                named && row[13] != null ? (String) row[13] : (String) row[5],
                hidden ? null : text,
                (String) row[7],
                row[8] == null ? null : words(row, hidden));
    }

    private WordsView words(Object[] row, boolean hidden) {
        Long id = (Long) row[8];
        return new WordsView(
                id,
                hidden,
                Boolean.TRUE.equals(row[10]),
                row[11] != null,
                photos.getOrDefault(id, List.of()),
                documents.getOrDefault(id, List.of()));
    }

    private static boolean isHidden(Object[] row) {
        return ((Number) row[14]).intValue() == 1;
    }
}
