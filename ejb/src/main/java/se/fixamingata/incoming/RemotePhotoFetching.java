package se.fixamingata.incoming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.integration.Faults;
import se.fixamingata.outgoing.GuardedHttp;
import se.fixamingata.outgoing.OutgoingAnswer;
import se.fixamingata.outgoing.OutgoingFailed;
import se.fixamingata.outgoing.OutgoingFailed.Reason;
import se.fixamingata.outgoing.OutgoingRequest;
import se.fixamingata.photo.IntakeResult;
import se.fixamingata.photo.PhotoIntake;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.sending.ShortTransaction;
import se.fixamingata.shared.SqlTime;

/**
 * Fetches pictures: leases rows, asks with no transaction open, judges what comes as a resident's photo, and keeps it in the transaction
 * that ends the row. A server that dies leaves a lease that runs out, and a picture is kept once.
 */
@ApplicationScoped
public class RemotePhotoFetching {

    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int SUCCESS = 200;

    private static final String DUE =
            """
            select * from remote_photo
             where state = 'DUE' and next_attempt_at <= ?1 and (lease_until is null or lease_until <= ?1)
             order by next_attempt_at
             limit ?2
               for update skip locked""";

    @Inject
    EntityManager em;

    @Inject
    ShortTransaction transaction;

    @Inject
    GuardedHttp http;

    @Inject
    PhotoIntake intake;

    @Inject
    PhotoStore photos;

    @Inject
    Faults faults;

    @Inject
    Clock clock;

    private record Leased(long id, String url) {}

    /** How asking went: a photo, or why there is none and whether there may be one later. */
    private record Outcome(IntakeResult.Accepted photo, String why, boolean forGood) {}

    /**
     * Fetches due pictures, each once. Call without a transaction.
     *
     * @param owner this round's name, never used before
     * @return how many were due
     */
    public int workOff(String owner, int most) {
        List<Leased> leased = transaction.call(() -> lease(owner, most));
        for (Leased one : leased) {
            Outcome outcome = fetch(one.url());
            transaction.run(() -> finish(owner, one.id(), outcome));
        }
        return leased.size();
    }

    @SuppressWarnings("unchecked")
    private List<Leased> lease(String owner, int most) {
        Instant now = clock.instant();
        List<RemotePhoto> due = em.createNativeQuery(DUE, RemotePhoto.class)
                .setParameter(1, SqlTime.text(now))
                .setParameter(2, most)
                .getResultList();
        due.forEach(one -> one.lease(owner, now.plus(LEASE)));
        return due.stream().map(one -> new Leased(one.id(), one.url())).toList();
    }

    private Outcome fetch(String url) {
        try {
            OutgoingAnswer answer = http.send(new OutgoingRequest(
                    "GET",
                    URI.create(url),
                    Map.of("Accept", "image/*"),
                    new byte[0],
                    (int) PhotoIntake.MAX_BYTES,
                    WITHIN));
            return answer.status() == SUCCESS
                    ? judge(url, answer.body())
                    : new Outcome(null, "HTTP " + answer.status(), false);
        } catch (OutgoingFailed failed) {
            return new Outcome(null, failed.getMessage(), isForGood(failed.reason()));
        }
    }

    private static boolean isForGood(Reason reason) {
        return reason == Reason.ADDRESS || reason == Reason.NETWORK || reason == Reason.LARGE;
    }

    private Outcome judge(String url, byte[] body) {
        try {
            Path file = Files.createTempFile("fmg-remote", ".photo");
            try {
                Files.write(file, body);
                IntakeResult result = intake.accept(name(url), file);
                return result instanceof IntakeResult.Refused refused
                        ? new Outcome(null, refused.key(), !refused.key().equals("photo.refused.busy"))
                        : new Outcome((IntakeResult.Accepted) result, null, true);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String name(String url) {
        String path = URI.create(url).getPath();
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    }

    private void finish(String owner, long id, Outcome outcome) {
        Optional.ofNullable(em.find(RemotePhoto.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.isHeldBy(owner))
                .ifPresent(row -> finish(row, outcome));
    }

    private void finish(RemotePhoto row, Outcome outcome) {
        if (outcome.photo() != null) {
            keep(row, outcome.photo());
        } else if (outcome.forGood()) {
            row.ended(RemotePhoto.State.REFUSED, outcome.why());
        } else {
            row.failed(outcome.why(), clock.instant());
        }
        if (row.state() == RemotePhoto.State.REFUSED || row.state() == RemotePhoto.State.GIVEN_UP) {
            faults.note(
                    row.authorityCode(),
                    FaultAction.CLIENT,
                    "media",
                    "report:" + row.reportId(),
                    "GET " + row.url(),
                    outcome.why());
        }
    }

    private void keep(RemotePhoto row, IntakeResult.Accepted accepted) {
        PhotoOwner owner = row.owner();
        Optional<String> kept = photos.add(owner, accepted.fileName(), accepted.photo());
        row.ended(
                kept.isPresent() ? RemotePhoto.State.KEPT : RemotePhoto.State.REFUSED,
                kept.isPresent() ? null : "photo.refused.many");
        if (kept.isPresent() && owner instanceof PhotoOwner.Report) {
            // Past the report's version: whoever has it open has missed nothing that happened to it.
            em.createNativeQuery("update report set thumbnail = ?1 where id = ?2 and thumbnail is null")
                    .setParameter(1, kept.get())
                    .setParameter(2, row.reportId())
                    .executeUpdate();
        }
    }
}
