package se.fixamingata.operatordesk.service;

/**
 * A setting in force.
 *
 * @param value null when it is not to be shown, or there is none
 * @param set whether there is one
 * @param shown whether its value may be shown
 * @param ours whether it is as the service is shipped; else the environment says it
 */
public record SettingLine(String name, String value, boolean set, boolean shown, boolean ours) {}
