package se.fixamingata.administration;

/**
 * What an authority has decided about one category, or what somebody has typed.
 *
 * @param code of the category
 * @param on whether new reports can be made in it; open ones stay as they are
 * @param confidential whether new reports in it are for the reporter and the caseworkers only (product.md, P5)
 * @param recipient the address that gets them instead of the authority's; empty for the authority's
 */
public record CategoryChoice(String code, boolean on, boolean confidential, String recipient) {}
