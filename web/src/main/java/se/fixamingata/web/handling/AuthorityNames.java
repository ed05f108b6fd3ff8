package se.fixamingata.web.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;

/** Everybody a report can be handed over to, by the name that somebody types or chooses. */
@ApplicationScoped
public class AuthorityNames {

    private static final int TYPED_MAX = 100;

    @Inject
    Authorities authorities;

    @Inject
    Municipalities municipalities;

    /** Their names, as the list to choose from has them. */
    public List<String> getAll() {
        return authorities.all().stream().map(Authority::name).toList();
    }

    /** The code of the authority with that name, a municipality's short name, slug or code. */
    Optional<String> code(String typed) {
        String wanted = typed.strip();
        if (wanted.isEmpty() || wanted.length() > TYPED_MAX) {
            return Optional.empty();
        }
        return authorities.named(wanted).map(Authority::code).or(() -> municipalities.all().stream()
                .filter(one -> one.name().equalsIgnoreCase(wanted))
                .map(Municipality::code)
                .findFirst());
    }
}
