package se.fixamingata.answer;

import java.util.List;

/** What became of a template that somebody wanted to write, change or delete. */
public sealed interface TemplateResult {

    record Done(long id) implements TemplateResult {}

    record Invalid(List<TemplateProblem> problems) implements TemplateResult {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** Somebody else has changed it since it was shown: how it stands now. */
    record Conflict(TemplateView now) implements TemplateResult {}

    /** Somebody else has deleted it. */
    record Gone() implements TemplateResult {}
}
