package se.fixamingata.demonstration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The written part of the demonstration: stories, closing sentences, answers. */
final class Texts {

    private final List<Story> stories =
            lines("stories.txt").stream().map(Story::parse).toList();
    private final List<String> closings = lines("closings.txt");
    private final Map<String, List<String>> answers = new HashMap<>();

    Texts() {
        for (String line : lines("answers.txt")) {
            String[] parts = line.split("\\|");
            answers.computeIfAbsent(parts[0] + "|" + parts[1], k -> new ArrayList<>())
                    .add(parts[2]);
        }
    }

    List<Story> stories() {
        return stories;
    }

    String closing(RandomGenerator random) {
        return closings.get(random.nextInt(closings.size()));
    }

    /** What an authority says with that status in that category; half of the time words that fit any category. */
    String answer(String status, String category, RandomGenerator random) {
        List<String> general = answers.get(status + "|*");
        List<String> fitting = answers.getOrDefault(status + "|" + category, general);
        List<String> chosen = random.nextInt(4) == 0 ? general : fitting;
        return chosen.get(random.nextInt(chosen.size()));
    }

    /** What stands in that file, without blank lines and remarks. */
    static List<String> lines(String name) {
        try (InputStream in = Texts.class.getResourceAsStream(name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
