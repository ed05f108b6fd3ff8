package se.fixamingata.operatordesk.service;

/**
 * What runs here.
 *
 * @param application empty when the build did not say
 * @param commit empty when the build did not say
 * @param schema the newest migration
 */
public record Versions(String application, String commit, String java, String database, String schema) {}
