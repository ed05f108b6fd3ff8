package se.fixamingata.extraquestion;

/** That authority asks something else from now on. */
public record ExtraQuestionsChanged(String authorityCode) {}
