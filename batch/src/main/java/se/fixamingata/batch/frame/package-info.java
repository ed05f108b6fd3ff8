/**
 * What every job has: the listeners that tell how far it is, what it left out and how it ended, and the writing of items one by one, so that a
 * bad one costs itself and nothing else. Each job's definition names the listeners; a test sees to it.
 */
package se.fixamingata.batch.frame;
