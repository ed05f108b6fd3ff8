/** Messages on the public pages, and the desk's pages where they are written: {@code /drift/meddelanden}, {@code /handlaggning/meddelanden}. */
package se.fixamingata.web.sitemessage;
