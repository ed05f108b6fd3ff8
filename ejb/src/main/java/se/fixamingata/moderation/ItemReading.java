package se.fixamingata.moderation;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.photo.PhotoModeration;
import se.fixamingata.photo.PhotoPlace;
import se.fixamingata.report.Report;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdateState;

/** Reads everything about some things on pages, in a handful of queries however many they are. */
final class ItemReading {

    private final EntityManager em;

    ItemReading(EntityManager em) {
        this.em = em;
    }

    /** In the order of the subjects; what has gone meanwhile is left out. */
    List<ModerationItem> of(List<Subject> subjects) {
        List<Found> found = find(subjects);
        Set<Long> reports = found.stream().map(one -> one.report().id()).collect(Collectors.toSet());
        if (reports.isEmpty()) {
            return List.of();
        }
        Map<Subject, List<AbuseReport>> abuse = em.createNamedQuery("AbuseReport.ofReports", AbuseReport.class)
                .setParameter("reports", reports)
                .getResultStream()
                .collect(Collectors.groupingBy(AbuseReport::subject));
        Map<Subject, List<ModerationOriginal>> originals = em.createNamedQuery(
                        "ModerationOriginal.ofReports", ModerationOriginal.class)
                .setParameter("reports", reports)
                .getResultStream()
                .collect(Collectors.groupingBy(ModerationOriginal::subject));
        return found.stream()
                .map(one -> ModerationItem.of(
                        one,
                        summary(abuse.getOrDefault(one.subject(), List.of())),
                        originals.getOrDefault(one.subject(), List.of()).stream()
                                .map(ModerationOriginal::view)
                                .toList()))
                .toList();
    }

    private List<Found> find(List<Subject> subjects) {
        Map<String, PhotoPlace> photos = byKey(
                new PhotoModeration(em)
                        .find(subjects.stream()
                                .filter(one -> one.kind() == SubjectKind.PHOTO)
                                .map(Subject::id)
                                .collect(Collectors.toSet())),
                PhotoPlace::photoId);
        Map<Long, ReportUpdate> updates = byKey(
                read(
                        ReportUpdate.class,
                        Stream.concat(
                                numbers(subjects, SubjectKind.UPDATE),
                                photos.values().stream()
                                        .map(PhotoPlace::updateId)
                                        .filter(Objects::nonNull))),
                ReportUpdate::id);
        Map<Long, Report> reports = byKey(
                read(
                        Report.class,
                        Stream.of(
                                        numbers(subjects, SubjectKind.REPORT),
                                        updates.values().stream().map(ReportUpdate::reportId),
                                        photos.values().stream().map(PhotoPlace::reportId))
                                .flatMap(Function.identity())),
                Report::id);
        return subjects.stream()
                .map(subject -> found(subject, photos, updates, reports))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Found found(
            Subject subject,
            Map<String, PhotoPlace> photos,
            Map<Long, ReportUpdate> updates,
            Map<Long, Report> reports) {
        PhotoPlace photo = photos.get(subject.id());
        ReportUpdate update =
                switch (subject.kind()) {
                    case REPORT -> null;
                    case UPDATE -> updates.get(subject.number());
                    case PHOTO -> photo == null || photo.updateId() == null ? null : updates.get(photo.updateId());
                };
        Report report =
                switch (subject.kind()) {
                    case REPORT -> reports.get(subject.number());
                    case UPDATE -> update == null ? null : reports.get(update.reportId());
                    case PHOTO -> photo == null ? null : reports.get(photo.reportId());
                };
        boolean sent =
                report != null && report.isConfirmed() && (update == null || update.state() != UpdateState.UNCONFIRMED);
        return sent ? new Found(subject, report, update, photo) : null;
    }

    private <T> List<T> read(Class<T> type, Stream<Long> numbers) {
        Set<Long> ids = numbers.collect(Collectors.toCollection(HashSet::new));
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select e from " + type.getSimpleName() + " e where e.id in :ids", type)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private static Stream<Long> numbers(List<Subject> subjects, SubjectKind kind) {
        return subjects.stream().filter(one -> one.kind() == kind).map(Subject::number);
    }

    private static <K, V> Map<K, V> byKey(Collection<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    /** Of what waits, or else of what was judged together last. */
    private static AbuseSummary summary(List<AbuseReport> all) {
        if (all.isEmpty()) {
            return AbuseSummary.NONE;
        }
        boolean waiting = all.stream().anyMatch(one -> one.verdict() == null);
        Instant last = waiting
                ? null
                : all.stream()
                        .map(AbuseReport::judgedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        List<AbuseReport> now =
                all.stream().filter(one -> Objects.equals(one.judgedAt(), last)).toList();
        Map<AbuseReason, Integer> counts = new EnumMap<>(AbuseReason.class);
        now.forEach(one -> counts.merge(one.reason(), 1, Integer::sum));
        List<AbuseSummary.Reason> reasons = new ArrayList<>();
        counts.forEach((reason, count) -> reasons.add(new AbuseSummary.Reason(reason, count)));
        reasons.sort(Comparator.comparingInt(AbuseSummary.Reason::count).reversed());
        AbuseReport first = now.get(0);
        return new AbuseSummary(
                now.size(),
                first.createdAt(),
                reasons,
                now.stream().map(AbuseReport::text).filter(Objects::nonNull).toList(),
                first.verdict(),
                first.judgedAt(),
                first.judgedBy());
    }
}
