/** The pages about the service itself: who runs it, where its data come from, what it stores. Mostly words, few of them in Java. */
package se.fixamingata.web.about;
