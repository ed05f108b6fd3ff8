/** Our Open311 server at its door, as programs of authorities and of everybody else meet it. */
package se.fixamingata.it.open311;
