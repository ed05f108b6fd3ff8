package se.fixamingata.handling;

import java.util.Optional;
import se.fixamingata.mail.LetterText;

/**
 * The mail that an answer would cause. Its links lead nowhere: nobody has been given one.
 *
 * @param letter as the reporter gets it, pictures included; as a follower gets it when the reporter cannot be reached
 * @param toReporter whether there is a reporter to get it
 * @param followers how many others get it
 * @param problem what would keep the answer from going out as it stands; empty when nothing would
 */
public record AnswerPreview(
        LetterText letter, boolean toReporter, long followers, Optional<HandlingResult.Invalid> problem) {}
