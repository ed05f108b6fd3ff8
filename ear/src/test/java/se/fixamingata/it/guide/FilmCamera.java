package se.fixamingata.it.guide;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Records what a page looks like while it is used: the browser's own screencast frames, and where which caption belongs. */
final class FilmCamera {

    private final Page page;
    private final Path folder;
    private final List<Double> moments = new ArrayList<>();
    private final List<Caption> captions = new ArrayList<>();
    private final CDPSession session;

    /**
     * @param from seconds of the screencast's clock
     */
    private record Caption(double from, String swedish, String english) {}

    /** @param folder empty; gets the frames */
    FilmCamera(Page page, Path folder) {
        this.page = page;
        this.folder = folder;
        session = page.context().newCDPSession(page);
        session.on("Page.screencastFrame", this::keep);
        JsonObject wanted = new JsonObject();
        wanted.addProperty("format", "jpeg");
        wanted.addProperty("quality", 90);
        session.send("Page.startScreencast", wanted);
    }

    private void keep(JsonObject frame) {
        try {
            moments.add(frame.getAsJsonObject("metadata").get("timestamp").getAsDouble());
            Files.write(
                    folder.resolve(String.format(Locale.ROOT, "%05d.jpg", moments.size())),
                    Base64.getDecoder().decode(frame.get("data").getAsString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonObject seen = new JsonObject();
        seen.add("sessionId", frame.get("sessionId"));
        session.send("Page.screencastFrameAck", seen);
    }

    /** From now on these words; gives the viewer the time to read them. */
    void say(String swedish, String english) {
        captions.add(new Caption(System.currentTimeMillis() / 1000.0, swedish, english));
        hold(1200 + 45.0 * swedish.length());
    }

    /** Lets the viewer look. */
    void hold(double milliseconds) {
        page.waitForTimeout(milliseconds);
    }

    /** Ends the recording and writes the list of frames for the film's maker, and the captions. */
    void stop() throws IOException {
        session.send("Page.stopScreencast");
        double end = System.currentTimeMillis() / 1000.0;
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        for (int i = 0; i < moments.size(); i++) {
            double until = i + 1 < moments.size() ? moments.get(i + 1) : end;
            list.append(String.format(
                    Locale.ROOT, "file %05d.jpg\nduration %.3f\n", i + 1, Math.max(0.01, until - moments.get(i))));
        }
        list.append(String.format(Locale.ROOT, "file %05d.jpg\n", moments.size()));
        Files.writeString(folder.resolve("frames.txt"), list);
        Files.createDirectories(GuideFiles.FOLDER);
        Files.writeString(GuideFiles.captions("sv"), captions(end, true));
        Files.writeString(GuideFiles.captions("en"), captions(end, false));
    }

    private String captions(double end, boolean swedish) {
        double begin = moments.get(0);
        StringBuilder text = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < captions.size(); i++) {
            Caption caption = captions.get(i);
            double until = i + 1 < captions.size() ? captions.get(i + 1).from() : end;
            text.append('\n')
                    .append(time(caption.from() - begin))
                    .append(" --> ")
                    .append(time(until - begin))
                    .append('\n')
                    .append(swedish ? caption.swedish() : caption.english())
                    .append('\n');
        }
        return text.toString();
    }

    private static String time(double seconds) {
        double from = Math.max(0, seconds);
        return String.format(Locale.ROOT, "%02d:%06.3f", (int) from / 60, from % 60);
    }
}
