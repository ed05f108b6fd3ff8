package se.fixamingata.web.reporting;

import java.util.Locale;
import se.fixamingata.category.Category;
import se.fixamingata.shared.Language;

/**
 * A category in the list.
 *
 * @param name in the reader's language
 * @param otherName in the other one: whoever searches may know only that
 * @param glyph name of the picture, which follows the group
 * @param chosen whether it is the one
 * @param notPublic whether its reports are for the reporter and the caseworkers only
 */
public record CategoryOption(
        String code, String name, String otherName, String glyph, boolean chosen, boolean notPublic) {

    static CategoryOption of(Category category, String chosenCode, boolean notPublic, Language language) {
        Language other = language == Language.SV ? Language.EN : Language.SV;
        String glyph = category.code().equals(Category.STATE_ROAD)
                ? "state-road"
                : category.group().name().toLowerCase(Locale.ROOT);
        return new CategoryOption(
                category.code(),
                category.name(language),
                category.name(other),
                glyph,
                category.code().equals(chosenCode),
                notPublic);
    }
}
