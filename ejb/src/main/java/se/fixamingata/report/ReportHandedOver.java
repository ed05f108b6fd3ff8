package se.fixamingata.report;

/**
 * Another authority is responsible from now on. Fired inside the transaction: the report is to be delivered to it.
 *
 * @param from code of the authority that had it
 * @param to code of the one that has it now
 */
public record ReportHandedOver(long reportId, String from, String to) {}
