package se.fixamingata.open311.client.services;

import java.util.List;
import java.util.Set;
import se.fixamingata.extraquestion.Choice;
import se.fixamingata.extraquestion.Question;
import se.fixamingata.extraquestion.QuestionKind;
import se.fixamingata.extraquestion.Wording;
import se.fixamingata.open311.wire.ServiceAttribute;

/** What of a definition is to be asked of residents, as our questions. */
final class RemoteQuestions {

    /** Filled by whoever sends, never asked: what mySociety's clients know by themselves. */
    private static final Set<String> OURS = Set.of(
            "fixmystreet_id",
            "external_id",
            "easting",
            "northing",
            "closest_address",
            "uprn",
            "usrn",
            "report_url",
            "title");

    private RemoteQuestions() {}

    /** @param ownIdAttribute the attribute that takes our number; null for none */
    static List<Question> of(List<ServiceAttribute> attributes, String ownIdAttribute) {
        return attributes.stream()
                .filter(one -> one.automated().isEmpty()
                        && !OURS.contains(one.code())
                        && !one.code().equals(ownIdAttribute))
                .map(RemoteQuestions::question)
                .toList();
    }

    private static Question question(ServiceAttribute one) {
        return new Question(
                one.code(),
                kind(one),
                one.required(),
                Wording.of(label(one)),
                one.values().stream()
                        .map(value -> new Choice(value.key(), Wording.of(value.name())))
                        .toList(),
                true);
    }

    private static String label(ServiceAttribute one) {
        String words = one.description().isBlank() ? one.code() : one.description();
        boolean asks = one.variable() && !one.datatypeDescription().isBlank();
        return asks ? words + " (" + one.datatypeDescription() + ")" : words;
    }

    private static QuestionKind kind(ServiceAttribute one) {
        if (!one.variable()) {
            return QuestionKind.NOTICE;
        }
        return switch (one.datatype()) {
            case "text" -> QuestionKind.TEXT;
            case "number" -> QuestionKind.NUMBER;
            case "datetime" -> QuestionKind.DATE;
            case "singlevaluelist" -> QuestionKind.CHOICE;
            case "multivaluelist" -> QuestionKind.CHOICES;
            default -> QuestionKind.STRING;
        };
    }
}
