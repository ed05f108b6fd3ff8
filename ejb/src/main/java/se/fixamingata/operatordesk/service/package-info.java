/** What runs here: settings in force, versions, files that were read in. Reads only; secrets never leave it. */
package se.fixamingata.operatordesk.service;
