package se.fixamingata.extraquestion;

/** What kind of answer a question wants. */
public enum QuestionKind {
    /** Several lines. */
    TEXT("text"),
    /** One line. */
    STRING("string"),
    NUMBER("number"),
    /** A day. */
    DATE("datetime"),
    /** One of several. */
    CHOICE("singlevaluelist"),
    /** Any number of several. */
    CHOICES("multivaluelist"),
    /** No question at all: something that the reporter should read. */
    NOTICE("string");

    private final String dataType;

    QuestionKind(String dataType) {
        this.dataType = dataType;
    }

    /** What Open311 calls it. */
    public String dataType() {
        return dataType;
    }

    /** Whether it is something to answer, and not only to read. */
    public boolean wantsAnswer() {
        return this != NOTICE;
    }

    public boolean hasChoices() {
        return this == CHOICE || this == CHOICES;
    }
}
