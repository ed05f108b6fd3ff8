import java.util.List;

/** Prints what was measured, as Markdown. */
final class Table {

    private static boolean wrong;

    private Table() {}

    /** One question, asked on one connection and on eight. */
    record Row(String name, Figures one, Figures eight) {}

    /** @param bytes of an answer, on average */
    record Figures(double p50, double p95, double perSecond, long bytes, int failures) {

        /** @param sorted nanoseconds */
        static Figures of(long[] sorted, double seconds, long bytes, int failures) {
            if (sorted.length == 0) {
                return new Figures(Double.NaN, Double.NaN, 0, 0, failures);
            }
            return new Figures(
                    sorted[sorted.length / 2] / 1e6,
                    sorted[(int) (sorted.length * 0.95)] / 1e6,
                    sorted.length / seconds,
                    bytes / sorted.length,
                    failures);
        }
    }

    static void print(List<Row> rows) {
        System.out.println("| what | p50 ms, 1 conn. | p95 ms | requests/s | p50 ms, 8 conn. | p95 ms | requests/s | bytes |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (Row row : rows) {
            int failures = row.one.failures + row.eight.failures;
            System.out.printf("| %s | %.1f | %.1f | %.0f | %.1f | %.1f | %.0f | %,d |%s%n",
                    row.name, row.one.p50, row.one.p95, row.one.perSecond, row.eight.p50, row.eight.p95,
                    row.eight.perSecond, row.one.bytes, failures == 0 ? "" : " **" + failures + " failed**");
            wrong |= failures > 0;
        }
    }

    /** A line below the tables, bold: not all that was to be measured was done. */
    static void wrong(String line, Object... values) {
        wrong = true;
        say("**" + line + "**", values);
    }

    /** Whether any figure is missing or wrong. */
    static boolean isWrong() {
        return wrong;
    }

    /** A line below the tables. */
    static void say(String line, Object... values) {
        System.out.println();
        System.out.printf(line + "%n", values);
    }
}
