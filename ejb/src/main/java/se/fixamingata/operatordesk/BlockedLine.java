package se.fixamingata.operatordesk;

import java.time.Instant;

/** A blocked address. */
public record BlockedLine(long id, String email, String reason, Instant blockedAt, Instant until) {}
