/**
 * What people and machines see of the service: Faces pages, REST resources, and the security at the door.
 *
 * <p>Packages follow the pages. Rules live in the domain module; nothing here opens a transaction or knows an entity manager.
 */
package se.fixamingata.web;
