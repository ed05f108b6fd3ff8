package se.fixamingata.web.export;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How many files are made at once, by all and by one person. Making takes a place for as long as our own work lasts, never for as long as
 * somebody reads: a slow reader keeps nobody waiting but themselves.
 */
final class ExportRoom {

    private final Semaphore places;
    private final int ofPerson;
    private final long mostBytes;
    private final Map<Long, Integer> busy = new ConcurrentHashMap<>();

    /**
     * @param places files that are made at once
     * @param ofPerson files that one person has at once, being made or being read
     * @param mostBytes of one file
     */
    ExportRoom(int places, int ofPerson, long mostBytes) {
        this.places = new Semaphore(places);
        this.ofPerson = ofPerson;
        this.mostBytes = mostBytes;
    }

    /** There is no place at this moment. */
    static final class Full extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** A file that is to be made; what it reads for that is read in its place, too. */
    interface Making {

        /** Empty when there is no such file for whoever asks. */
        Optional<Made> make() throws IOException;
    }

    /**
     * What a file will be.
     *
     * @param type MIME type
     */
    record Made(String type, String name, Spool.Content content) {}

    /** A file that is ready. Whoever has sent it closes it. */
    final class Ready implements AutoCloseable {

        private final Made made;
        private final Spool spool;
        private final long person;

        private Ready(Made made, Spool spool, long person) {
            this.made = made;
            this.spool = spool;
            this.person = person;
        }

        Made made() {
            return made;
        }

        Spool spool() {
            return spool;
        }

        @Override
        public void close() throws IOException {
            try {
                spool.close();
            } finally {
                leave(person);
            }
        }
    }

    /**
     * Makes a file.
     *
     * @param person for whom
     * @throws Full when there is no place
     * @throws Spool.TooLarge when the file would be
     */
    Optional<Ready> make(long person, Making making) throws IOException {
        enter(person);
        Optional<Ready> ready = Optional.empty();
        try {
            ready = inPlace(person, making);
            return ready;
        } finally {
            if (ready.isEmpty()) {
                leave(person);
            }
        }
    }

    private Optional<Ready> inPlace(long person, Making making) throws IOException {
        if (!places.tryAcquire()) {
            throw new Full();
        }
        try {
            Optional<Made> made = making.make();
            return made.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Ready(made.get(), Spool.of(made.get().content(), mostBytes), person));
        } finally {
            places.release();
        }
    }

    private void enter(long person) throws Full {
        if (busy.merge(person, 1, Integer::sum) > ofPerson) {
            leave(person);
            throw new Full();
        }
    }

    private void leave(long person) {
        busy.computeIfPresent(person, (one, count) -> count == 1 ? null : count - 1);
    }
}
