package se.fixamingata.web.administration;

import se.fixamingata.administration.CategoryChoice;

/**
 * A row of the form.
 *
 * @param choice as it was typed, or as it is stored
 * @param label the category's name
 * @param now what is stored, in words; empty unless somebody else has changed it meanwhile
 * @param problem with the address, in words; empty when there is none
 */
public record CategoryLine(CategoryChoice choice, String label, String now, String problem) {

    public String code() {
        return choice.code();
    }
}
