/**
 * The reporter's word on whether it is fixed: {@code /fraga/{token}}, where the question in a mail leads, and {@code /felet-kvar/{id}},
 * where the report's page posts what the reporter says there.
 */
package se.fixamingata.web.question;
