package se.fixamingata.map;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;

/** Reports as a country has them: crowds in two towns, many on one spot, some in the wide land; all states, two years. Same seed, same reports. */
class RandomReports {

    static final List<String> CATEGORIES = List.of("lighting", "graffiti", "road_other", "other");
    static final Instant FROM = Instant.parse("2024-11-20T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(730);

    final Random random;

    RandomReports(long seed) {
        random = new Random(seed);
    }

    List<ReportRow> some(int number) {
        return LongStream.rangeClosed(1, number).mapToObj(this::one).toList();
    }

    ReportRow one(long id) {
        Position place = place();
        Instant changed = moment();
        return ReportRow.of(id, place.lat(), place.lon())
                .about(CATEGORIES.get(random.nextInt(CATEGORIES.size())))
                .with(ReportStatus.values()[random.nextInt(ReportStatus.values().length)])
                .with(
                        random.nextInt(10) > 0
                                ? Visibility.PUBLIC
                                : random.nextBoolean() ? Visibility.HIDDEN : Visibility.PRIVATE)
                .confirmed(changed.minus(Duration.ofDays(3)))
                .changed(changed);
    }

    Position place() {
        return switch (random.nextInt(5)) {
            case 0 -> Position.of(59.33 + random.nextGaussian() * 0.02, 18.06 + random.nextGaussian() * 0.04);
            case 1 -> Position.of(59.3402 + random.nextGaussian() * 0.0004, 18.0650 + random.nextGaussian() * 0.0008);
            case 2 -> Position.of(57.70 + random.nextInt(3) * 0.01, 11.97);
            case 3 -> Position.of(55.4 + random.nextDouble() * 13, 11 + random.nextDouble() * 12);
            default -> Position.of(59.53 + random.nextGaussian() * 0.01, 13.48 + random.nextGaussian() * 0.01);
        };
    }

    Instant moment() {
        return FROM.plusSeconds((long) (random.nextDouble() * SPAN.toSeconds()))
                .plusNanos(random.nextInt(1_000_000) * 1_000L);
    }
}
