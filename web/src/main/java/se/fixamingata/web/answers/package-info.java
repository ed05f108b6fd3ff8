/**
 * The pages {@code /handlaggning/svarsmallar}: an authority's response templates. Its caseworkers read them, its administrators write
 * them. What a template may say is decided in {@code se.fixamingata.answer}.
 */
package se.fixamingata.web.answers;
