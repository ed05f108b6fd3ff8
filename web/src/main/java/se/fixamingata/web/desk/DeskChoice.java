package se.fixamingata.web.desk;

import java.util.Optional;
import java.util.stream.Stream;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;

/** Which authority's desk somebody sits at: the one they ask for, else the one they used last, else the first that they work for. */
final class DeskChoice {

    private DeskChoice() {}

    /**
     * @param asked code of an authority that there is, or null
     * @param last code of the one used last, or null; they may have left it
     * @return empty for somebody who works for none, and for an operator who has not said which
     */
    static Optional<String> of(Caller caller, String asked, String last) {
        return Stream.concat(
                        Stream.of(Optional.ofNullable(asked), Optional.ofNullable(last))
                                .flatMap(Optional::stream),
                        caller.memberships().stream().map(Membership::authorityCode))
                .filter(code -> Permissions.may(caller, Right.VIEW, code))
                .findFirst();
    }

    /**
     * Stricter, where something is done: never another desk's reports than those that were named.
     *
     * @param named whether the address names one
     * @param asked code of the one it names; null when there is no such
     */
    static Optional<String> meant(Caller caller, Right right, boolean named, String asked) {
        Optional<String> only = caller.memberships().size() == 1
                ? Optional.of(caller.memberships().get(0).authorityCode())
                : Optional.empty();
        return (named ? Optional.ofNullable(asked) : only).filter(code -> Permissions.may(caller, right, code));
    }
}
