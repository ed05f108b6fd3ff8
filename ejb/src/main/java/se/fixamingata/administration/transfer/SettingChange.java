package se.fixamingata.administration.transfer;

/**
 * A setting that the file would change.
 *
 * @param setting {@code email}, {@code refusal}, {@code on}, {@code private}, {@code recipient} or {@code deadline}
 * @param category code of the category that it is about, {@code *} for all; empty for none
 * @param before as it holds; empty for nothing
 * @param after as the file says; empty for nothing
 */
public record SettingChange(String setting, String category, String before, String after) {}
