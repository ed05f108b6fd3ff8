/** Signing in, over HTTP and in a browser: who gets in, who does not, and what nobody learns from it. */
package se.fixamingata.it.signin;
