package se.fixamingata.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.fixamingata.shared.EmailAddress;

/** What settings must say. Judges one form; what is good of it is written as it is stored. */
final class CategoryRules {

    private final Map<String, String> problems = new TreeMap<>();

    /**
     * @param live whether the authority has said that it takes reports here: then every category needs somebody who gets them
     * @return the same settings, addresses as a mail server takes them; meaningless while there are problems
     */
    CategorySettings judge(CategorySettings typed, boolean live) {
        String email = address("email", typed.email());
        List<CategoryChoice> categories = new ArrayList<>();
        for (CategoryChoice one : typed.categories()) {
            String field = "recipient-" + one.code();
            String recipient = address(field, one.recipient());
            if (live && one.on() && email.isEmpty() && recipient.isEmpty()) {
                problems.putIfAbsent(field, "administration.recipient.missing");
            }
            categories.add(new CategoryChoice(one.code(), one.on(), one.confidential(), recipient));
        }
        if (categories.stream().noneMatch(CategoryChoice::on)) {
            problems.put("categories", "administration.categories.none");
        }
        return new CategorySettings(email, categories);
    }

    private String address(String field, String typed) {
        if (typed.isBlank()) {
            return "";
        }
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            problems.put(field, "administration.email.invalid");
        }
        return address.map(EmailAddress::text).orElse("");
    }

    /** Key of the message by field; empty when the settings may be saved. */
    Map<String, String> problems() {
        return problems;
    }
}
