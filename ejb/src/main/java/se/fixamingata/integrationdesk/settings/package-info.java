/**
 * By which way an authority is reached, and how its server is spoken to: changed by its administrators and the operator, tried before
 * anything is sent. Every change is made by {@link se.fixamingata.integrationdesk.settings.SettingsTurn}, so that two people at once
 * are told of each other, and the log says who did what. The key goes in and never comes out.
 */
package se.fixamingata.integrationdesk.settings;
