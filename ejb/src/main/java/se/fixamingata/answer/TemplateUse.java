package se.fixamingata.answer;

import java.time.LocalDate;
import se.fixamingata.report.ReportStatus;

/**
 * The answer that a template is filled in for, as far as it is known.
 *
 * @param status that the answer will give the report; null when it stays
 * @param statusWords of that status, or of the report's when it stays
 * @param expectedOn by when it will be done; null for no promise
 */
public record TemplateUse(ReportStatus status, Placeholders.Words statusWords, LocalDate expectedOn) {}
