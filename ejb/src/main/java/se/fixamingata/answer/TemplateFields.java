package se.fixamingata.answer;

import se.fixamingata.report.ReportStatus;

/**
 * What somebody wants a template to be.
 *
 * @param status that an answer with it gives the report; null for any
 * @param categoryCode that it is for; null for all
 */
public record TemplateFields(String name, ReportStatus status, String categoryCode, String text) {}
