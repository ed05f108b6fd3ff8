package se.fixamingata.operatordesk.service;

import java.time.Instant;

/** A file that was read in: the list of authorities, reference data. */
public record ReadFile(String name, Instant readAt, long rows) {}
