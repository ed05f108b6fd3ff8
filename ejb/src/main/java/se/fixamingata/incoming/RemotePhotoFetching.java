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
import java.util.UUID;
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
 * Fetches pictures, one by one: leases a row, asks with no transaction open, judges what comes as a resident's photo, and keeps it in the
 * transaction that ends the row. A server that dies leaves a lease that runs out, and a picture is kept once. One that makes us fail, or
 * stops the server, is tried as often as one that does not answer, and keeps no other waiting.
 */
@ApplicationScoped
public class RemotePhotoFetching {

    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int SUCCESS = 200;

    /** So many times we go where an address sends us. */
    private static final int STEPS = 3;

    private static final System.Logger LOG = System.getLogger(RemotePhotoFetching.class.getName());

    private static final String DUE =
            """
            select * from remote_photo
             where state = 'DUE' and next_attempt_at <= ?1 and (lease_until is null or lease_until <= ?1)
             order by next_attempt_at
             limit 1
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
        int seen = 0;
        while (seen < most && one(owner)) {
            seen++;
        }
        return seen;
    }

    private boolean one(String owner) {
        List<Leased> due = transaction.call(() -> lease(owner));
        due.stream().filter(one -> one.url() != null).forEach(one -> {
            Outcome outcome = fetch(one);
            transaction.run(() -> finish(owner, one.id(), outcome));
        });
        return !due.isEmpty();
    }

    /** At most one; without address when it was tried often enough, and nobody came back to tell how it went. */
    @SuppressWarnings("unchecked")
    private List<Leased> lease(String owner) {
        Instant now = clock.instant();
        List<RemotePhoto> due = em.createNativeQuery(DUE, RemotePhoto.class)
                .setParameter(1, SqlTime.text(now))
                .getResultList();
        return due.stream()
                .map(row -> {
                    if (row.take(owner, now, LEASE)) {
                        return new Leased(row.id(), row.url());
                    }
                    finish(row, new Outcome(null, "stopped", false));
                    return new Leased(row.id(), null);
                })
                .toList();
    }

    private Outcome fetch(Leased one) {
        try {
            OutgoingAnswer answer = ask(one.url());
            return answer.status() == SUCCESS
                    ? judge(one.url(), answer.body())
                    : new Outcome(null, "HTTP " + answer.status(), false);
        } catch (OutgoingFailed failed) {
            return new Outcome(null, failed.getMessage(), isForGood(failed.reason()));
        } catch (IllegalArgumentException nowhere) {
            return new Outcome(null, "address", true);
        } catch (RuntimeException | VirtualMachineError | LinkageError broken) {
            // Whatever a picture does to us, the others are fetched.
            String incident = UUID.randomUUID().toString().substring(0, 8);
            LOG.log(System.Logger.Level.ERROR, "Picture " + one.id() + ": incident " + incident, broken);
            return new Outcome(null, "incident " + incident, false);
        }
    }

    /** Where it sends us is judged as what we were given; we say no more there than here, and it takes no more time in all. */
    private OutgoingAnswer ask(String url) throws OutgoingFailed {
        long end = System.nanoTime() + WITHIN.toNanos();
        OutgoingRequest request = new OutgoingRequest(
                "GET", URI.create(url), Map.of("Accept", "image/*"), new byte[0], (int) PhotoIntake.MAX_BYTES, WITHIN);
        OutgoingAnswer answer = http.send(request);
        for (int step = 0; step < STEPS && answer.isElsewhere(); step++) {
            Duration rest = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
            request = request.elsewhere(answer.location().strip().replace(" ", "%20"), rest);
            answer = http.send(request);
        }
        return answer;
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
