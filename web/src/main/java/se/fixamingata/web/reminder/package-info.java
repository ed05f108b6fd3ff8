/** Where an administrator sees who will be reminded of what on the next working morning: {@code /handlaggning/paminnelser}. */
package se.fixamingata.web.reminder;
