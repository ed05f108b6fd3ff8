package se.fixamingata.demonstration;

import java.util.ArrayList;
import java.util.List;
import se.fixamingata.moderation.AbuseReason;
import se.fixamingata.report.Actor;
import se.fixamingata.report.StatusGroup;

/** What residents write on the pages of the demonstration, and what others think of it. */
final class Talk {

    private final List<Comment> comments =
            Texts.lines("comments.txt").stream().map(Comment::parse).toList();
    private final List<Abuse> abuses =
            Texts.lines("abuse.txt").stream().map(Abuse::parse).toList();

    /** @param group of the report that it fits */
    record Comment(StatusGroup group, Actor author, boolean looksFixed, String text) {

        private static Comment parse(String line) {
            String[] parts = line.split("\\|");
            return new Comment(
                    parts[0].equals("open") ? StatusGroup.OPEN : StatusGroup.FIXED,
                    parts[1].equals("reporter") ? Actor.REPORTER : Actor.RESIDENT,
                    parts[2].equals("f"),
                    parts[3]);
        }
    }

    /**
     * A comment that should not stand there.
     *
     * @param readers how many people say so
     * @param said what the first of them adds
     */
    record Abuse(AbuseReason reason, int readers, String text, String said) {

        private static Abuse parse(String line) {
            String[] parts = line.split("\\|");
            return new Abuse(AbuseReason.find(parts[0]).orElseThrow(), Integer.parseInt(parts[1]), parts[2], parts[3]);
        }
    }

    /** One town's share, so that no two towns say the same. */
    List<Comment> comments(int town, int towns) {
        List<Comment> some = new ArrayList<>();
        for (int i = town * comments.size() / towns; i < (town + 1) * comments.size() / towns; i++) {
            some.add(comments.get(i));
        }
        return some;
    }

    List<Abuse> abuses() {
        return abuses;
    }
}
