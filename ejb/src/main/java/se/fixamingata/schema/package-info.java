/** Brings the database's schema to this version when the server starts. The schema itself is {@code db/migration}; nothing else makes tables. */
package se.fixamingata.schema;
