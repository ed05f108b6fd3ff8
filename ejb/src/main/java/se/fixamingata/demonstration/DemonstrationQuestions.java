package se.fixamingata.demonstration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import se.fixamingata.extraquestion.Choice;
import se.fixamingata.extraquestion.ExtraQuestionWriting;
import se.fixamingata.extraquestion.Question;
import se.fixamingata.extraquestion.QuestionKind;
import se.fixamingata.extraquestion.Wording;
import se.fixamingata.shared.OneAtATime;

/**
 * Lets two authorities of the demonstration ask something about their street lamps, pipes and walls, unless they ask already. Telephone
 * numbers are those that the Swedish regulator keeps free for films and books.
 */
@Stateless
public class DemonstrationQuestions {

    static final String KARLSTAD = "1780";
    static final String STOCKHOLM = "0180";

    private static final Question POLE =
            line("pole", "Vilket nummer står på lyktstolpen?", "Which number is on the lamp post?");
    private static final Question LAMPS = new Question(
            "lamps",
            QuestionKind.NUMBER,
            false,
            new Wording("Hur många lampor är släckta?", "How many lamps are out?"),
            List.of(),
            false);
    private static final Question CABLES = new Question(
            "cables",
            QuestionKind.CHOICE,
            true,
            new Wording(
                    "Ligger det kablar fritt, eller har en stolpe fallit?",
                    "Are cables exposed, or has a post fallen?"),
            List.of(
                    new Choice("no", new Wording("Nej", "No")),
                    new Choice(
                            "yes",
                            new Wording("Ja", "Yes"),
                            new Wording(
                                    "Håll avstånd. Ring 112 om någon är i fara, annars kommunens jour på 031-390 06 12, dygnet runt.",
                                    "Keep away. Call 112 if somebody is in danger, else the municipality’s emergency line on 031-390 06 12, day and night."))),
            false);
    private static final Question LEAK = new Question(
            "leak",
            QuestionKind.CHOICE,
            true,
            new Wording("Rinner det ut vatten just nu?", "Is water running out right now?"),
            List.of(
                    new Choice("no", new Wording("Nej", "No")),
                    new Choice(
                            "yes",
                            new Wording("Ja, det läcker nu", "Yes, it is leaking now"),
                            new Wording(
                                    "Ring VA-jouren direkt på 08-465 004 10, dygnet runt. Ring 112 om någon är i fara.",
                                    "Call the water emergency line at once on 08-465 004 10, day and night. Call 112 if somebody is in danger.")),
                    new Choice("unsure", new Wording("Vet inte", "I do not know"))),
            false);
    private static final Question SINCE = new Question(
            "since",
            QuestionKind.DATE,
            false,
            new Wording("Vilken dag såg du det först?", "On which day did you first see it?"),
            List.of(),
            false);
    private static final Question COVERS = new Question(
            "covers",
            QuestionKind.NOTICE,
            false,
            new Wording(
                    "Lyft aldrig på ett brunnslock. Luften i brunnen kan vara farlig.",
                    "Never lift a manhole cover. The air in the well can be dangerous."),
            List.of(),
            false);
    private static final Question SURFACE = new Question(
            "surface",
            QuestionKind.CHOICES,
            false,
            new Wording("Vad är det klottrat på?", "What has been painted on?"),
            List.of(
                    new Choice("wall", new Wording("Vägg eller mur", "Wall")),
                    new Choice("sign", new Wording("Skylt", "Sign")),
                    new Choice("cabinet", new Wording("Elskåp", "Electric cabinet")),
                    new Choice("bridge", new Wording("Bro eller tunnel", "Bridge or tunnel"))),
            false);
    private static final Question HATE = new Question(
            "hate",
            QuestionKind.CHOICE,
            true,
            new Wording("Är det rasistiskt, hotfullt eller sexuellt?", "Is it racist, threatening or sexual?"),
            List.of(new Choice("no", new Wording("Nej", "No")), new Choice("yes", new Wording("Ja", "Yes"))),
            false);

    @Inject
    ExtraQuestionWriting writing;

    @Inject
    OneAtATime turns;

    /** For the container. */
    public DemonstrationQuestions() {}

    /** For tests. */
    DemonstrationQuestions(ExtraQuestionWriting writing, OneAtATime turns) {
        this.writing = writing;
        this.turns = turns;
    }

    /** Does nothing the second time. */
    public void load() {
        turns.enter("demonstration.questions");
        writing.giveFirst(KARLSTAD, "lighting", List.of(CABLES, POLE, LAMPS));
        writing.giveFirst(KARLSTAD, "drain", List.of(COVERS, SINCE));
        writing.giveFirst(STOCKHOLM, "water", List.of(LEAK, SINCE));
        writing.giveFirst(STOCKHOLM, "lighting", List.of(POLE, LAMPS));
        writing.giveFirst(STOCKHOLM, "graffiti", List.of(HATE, SURFACE));
    }

    private static Question line(String code, String sv, String en) {
        return new Question(code, QuestionKind.STRING, false, new Wording(sv, en), List.of(), false);
    }
}
