/**
 * The letter of a month (product.md, P21): what a municipality's administrators are told of it on the first day of the next. Its figures are
 * the public ones of the twelve months that end with it, exactly as the page of figures shows them, small ones hidden.
 */
package se.fixamingata.monthly;
