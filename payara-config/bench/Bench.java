import java.sql.Connection;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The benchmark's client, for {@code bench.sh}: asks as many browsers would, takes mail as a mail server would, prints tables. Speaks to
 * 127.0.0.1 alone. Arguments: base URL, JDBC URL, port for the mail server, URL of the server's figures.
 *
 * <p>For looking at one thing: {@code -Donly=} what a row has in its name; {@code -Dmany=} and {@code -Dexported=} reports for the rows
 * that are about many; {@code -Dnight=} the job that is timed instead of everything else; {@code -Dsubscribers=} how many
 * watch areas, which is measured then with the job {@code digests}.
 */
public final class Bench {

    private static final String ONLY = System.getProperty("only", "");
    private static final String NIGHT = System.getProperty("night", "");
    /** The job whose figures pages show. */
    private static final String STATISTICS = "statistics";
    private static final int SUBSCRIBERS = Integer.getInteger("subscribers", 0);
    private static final int MANY = Integer.getInteger("many", 5_000);
    private static final int EXPORTED = Integer.getInteger("exported", 100_000);

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        try (Connection database = DriverManager.getConnection(arguments[1]);
                MailSink mail = new MailSink(Integer.parseInt(arguments[2]))) {
            if (SUBSCRIBERS > 0) {
                Night night = new Night(database, new Heap(arguments[3]), NIGHT);
                new Watching(database, new Heap(arguments[3]), night, SUBSCRIBERS).measure();
                System.exit(Table.isWrong() ? 1 : 0);
            }
            if (!NIGHT.isEmpty()) {
                new Night(database, new Heap(arguments[3]), NIGHT).measure();
                if (NIGHT.equals(STATISTICS)) {
                    Map<String, IntFunction<Asked>> questions = new LinkedHashMap<>();
                    new FigurePages(database).addTo(questions);
                    ask(new Site(arguments[0]), questions, () -> {});
                }
                System.exit(Table.isWrong() ? 1 : 0);
            }
            Site site = new Site(arguments[0]);
            Samples samples = new Samples(database);
            try (SystemKey key = new SystemKey(database)) {
                pages(site, samples, database, key);
                if (Fetching.NAME.contains(ONLY)) {
                    new Fetching(site, database, key).measure();
                }
                if (Deliveries.NAME.contains(ONLY)) {
                    new Deliveries(database, mail).measure();
                }
            }
            // What sends thousands of mails comes last: the others would measure those as well.
            if (ONLY.isEmpty()) {
                new Sending(site, samples, database, mail).measure();
            }
            if (Export.name(EXPORTED).contains(ONLY)) {
                new Export(site, database, new Heap(arguments[3]), EXPORTED).measure();
            }
            if (ManyAtOnce.name(MANY).contains(ONLY)) {
                new ManyAtOnce(site, database, MANY).measure();
            }
        }
        System.exit(Table.isWrong() ? 1 : 0);
    }

    private static void pages(Site site, Samples samples, Connection database, SystemKey key) throws Exception {
        Map<String, IntFunction<Asked>> questions = new LinkedHashMap<>();
        ResidentPages residents = new ResidentPages(site, samples);
        residents.addTo(questions);
        new DeskPages(site, database).addTo(questions);
        new Systems(key).addTo(questions);
        ask(site, questions, residents::remember);
    }

    private static void ask(Site site, Map<String, IntFunction<Asked>> questions, Runnable warm) throws InterruptedException {
        questions.keySet().removeIf(name -> !name.contains(ONLY));
        if (!questions.isEmpty()) {
            Table.print(new Timing(site).measure(questions, warm));
        }
    }
}
