import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the invented municipality's system knows, kept in one file. */
final class Book {

    /** How long a case of a batch service has a token before it has a number. */
    private static final int TOKEN_SECONDS = 60;

    /** @param batch whether its cases get a token first, and their number after a while */
    record Service(String code, String name, String group, boolean batch) {}

    static final List<Service> SERVICES = List.of(
            new Service("BEL", "Belysning", "Gata", false),
            new Service("GATA", "Gata och trafik", "Gata", false),
            new Service("VINTER", "Snö och halka", "Gata", false),
            new Service("KLOTTER", "Klotter", "Renhållning", false),
            new Service("RENH", "Nedskräpning", "Renhållning", false),
            new Service("PARK", "Park och lek", "Park", false),
            new Service("TRAD", "Träd", "Park", true));

    /** A report that became a case. */
    static final class Case implements Serializable {

        private static final long serialVersionUID = 1L;

        final String token = UUID.randomUUID().toString();
        final Map<String, String> told;
        final Instant at;
        String number;
        String status = "OPEN";
        Instant changedAt;

        Case(Map<String, String> told, Instant at) {
            this.told = told;
            this.at = at;
            this.changedAt = at;
        }

        String said(String name) {
            return told.getOrDefault(name, "");
        }

        boolean isOpen() {
            return List.of("OPEN", "IN_PROGRESS", "PLANNED", "INVESTIGATING").contains(status);
        }
    }

    /** Something said about a case: {@code ours} from our page, else it came in. */
    record Word(String id, String number, String status, String text, Instant at, boolean ours, String theirId)
            implements Serializable {}

    private static final class Content implements Serializable {

        private static final long serialVersionUID = 1L;

        private final List<Case> cases = new ArrayList<>();
        private final List<Word> words = new ArrayList<>();
        private int last = 2600;
    }

    private final Path file;
    private final Content content;

    Book(Path file) throws IOException {
        this.file = file;
        this.content = Files.exists(file) ? read(file) : new Content();
    }

    private static Content read(Path file) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return (Content) in.readObject();
        } catch (ClassNotFoundException another) {
            throw new IOException(another);
        }
    }

    private void keep() {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(unfinished))) {
                out.writeObject(content);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    static Optional<Service> service(String code) {
        return SERVICES.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The same report twice is one case. */
    synchronized Case take(Map<String, String> told) {
        String own = told.getOrDefault("attribute[" + CaseSystem.OWN_ID + "]", "");
        Optional<Case> known = content.cases.stream()
                .filter(one -> !own.isEmpty() && one.said("attribute[" + CaseSystem.OWN_ID + "]").equals(own))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Case made = new Case(new LinkedHashMap<>(told), now());
        content.cases.add(made);
        if (!service(made.said("service_code")).orElseThrow().batch()) {
            made.number = nextNumber();
        }
        keep();
        return made;
    }

    private String nextNumber() {
        return "KS-" + Year.now() + "-" + ++content.last;
    }

    /** The latest first. Batch cases get their number when they are old enough. */
    synchronized List<Case> cases() {
        content.cases.stream()
                .filter(one -> one.number == null && one.at.plusSeconds(TOKEN_SECONDS).isBefore(now()))
                .toList()
                .forEach(one -> {
                    one.number = nextNumber();
                    keep();
                });
        List<Case> all = new ArrayList<>(content.cases);
        java.util.Collections.reverse(all);
        return all;
    }

    Optional<Case> find(String number) {
        return cases().stream().filter(one -> number.equals(one.number)).findFirst();
    }

    Optional<Case> byToken(String token) {
        return cases().stream().filter(one -> one.token.equals(token)).findFirst();
    }

    synchronized List<Word> words() {
        return List.copyOf(content.words);
    }

    /** Somebody of ours says something. */
    synchronized void say(Case about, String status, String text) {
        about.status = status;
        about.changedAt = now();
        content.words.add(new Word(
                "U" + (content.words.size() + 1), about.number, status, text, about.changedAt, true, ""));
        keep();
    }

    /** Somebody else says something; twice the same is once. */
    synchronized Word hear(Case about, String theirId, String status, String text) {
        Optional<Word> known = content.words.stream()
                .filter(one -> one.number().equals(about.number) && one.theirId().equals(theirId))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Word heard = new Word("U" + (content.words.size() + 1), about.number, status, text, now(), false, theirId);
        content.words.add(heard);
        keep();
        return heard;
    }
}
