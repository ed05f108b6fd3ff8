package se.fixamingata.it.guide;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The film's story: a caseworker's day in a minute and a half. The guide has the same words as text. */
final class GuideFilm {

    private GuideFilm() {}

    static void play(Page page, FilmCamera camera, String authority) {
        camera.say(
                "Börja på startsidan. Den visar vad som har fastnat, det värsta först.",
                "Begin on the start page. It shows what is stuck, the worst first.");
        page.navigate("/handlaggning?a=" + authority);
        camera.say(
                "Inkorgen är hela listan, med kartan bredvid. Filtret ligger i adressen.",
                "The inbox is the whole list, with the map beside it. The filter is in the address.");
        page.keyboard().press("j");
        camera.hold(500);
        page.keyboard().press("j");
        camera.say("Gå i listan med j och k, och öppna med o.", "Move in the list with j and k, and open with o.");
        page.keyboard().press("o");
        page.waitForURL(url -> url.contains("/handlaggning/rapport/"));
        camera.say(
                "Här är rapporten: text, bilder, plats och vad som har hänt.",
                "Here is the report: text, photos, place and what has happened.");
        answer(page, camera);
        String report = page.url().replaceAll(".*/rapport/([0-9]+).*", "$1");
        page.navigate("/rapport/" + report);
        page.locator("h2").last().scrollIntoViewIfNeeded();
        camera.say("Svaret syns för alla på rapportens sida.", "Everybody can read the answer on the report's page.");
        page.navigate("/handlaggning/andringar/ny?a=" + authority);
        camera.say(
                "Många rapporter om samma sak? Filtrera fram dem och svara på en gång.",
                "Many reports about one thing? Filter them and answer all at once.");
        page.navigate("/handlaggning/start?a=" + authority);
        camera.say(
                "Är allt grönt finns det inget att jaga. Tack för att du svarar.",
                "When all is green there is nothing to chase. Thank you for answering.");
    }

    private static void answer(Page page, FilmCamera camera) {
        Locator status = page.locator("#answer-status");
        status.scrollIntoViewIfNeeded();
        boolean unplanned = status.locator("option[value=planned]").count() > 0;
        status.selectOption(unplanned ? "planned" : "in_progress");
        camera.say("Välj en status som är sann.", "Choose a status that is true.");
        Locator text = page.locator("#answer-text");
        text.click();
        text.pressSequentially(
                "Tack för din rapport. Vi lagar det på torsdag.", new Locator.PressSequentiallyOptions().setDelay(35));
        camera.say(
                "Skriv vad som händer och när, så som du skulle säga det.",
                "Write what happens and when, as you would say it.");
        page.locator("#answer-preview-box summary").first().click();
        camera.say(
                "Förhandsvisningen är precis det mejl som går ut.", "The preview is exactly the mail that goes out.");
        page.locator("#answer-form button[name=action][value=answer]").click();
        page.waitForURL(url -> url.contains("/handlaggning/rapport/"));
        camera.say(
                "Skickat. Den som rapporterade och alla som följer får besked.",
                "Sent. Whoever reported and everybody who follows is told.");
    }
}
