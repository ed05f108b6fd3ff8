package se.fixamingata.administration.transfer;

/**
 * What is wrong with a file.
 *
 * @param place the line ({@code 12}) where it is no JSON, else the path of the value ({@code categories[3].code})
 * @param problem key of the message
 */
public record FileFault(String place, String problem) {}
