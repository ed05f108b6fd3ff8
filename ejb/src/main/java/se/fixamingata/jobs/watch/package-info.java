/**
 * What became of runs: those whose server went away are settled and gone on with, those in which nothing moves are told to the operator.
 */
package se.fixamingata.jobs.watch;
