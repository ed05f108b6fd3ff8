package se.fixamingata.operatordesk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.municipality.AddressRegistration;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.shared.EmailAddress;

/** The operator says where an authority's reports go: those that wait for it leave at once. */
@Stateless
@PermitAll
public class AuthorityAddress {

    @Inject
    Authorities authorities;

    @Inject
    AddressRegistration registration;

    @Inject
    AuditTrail audit;

    /** For the container. */
    public AuthorityAddress() {}

    /** For tests. */
    AuthorityAddress(Authorities authorities, AddressRegistration registration, AuditTrail audit) {
        this.authorities = authorities;
        this.registration = registration;
        this.audit = audit;
    }

    /**
     * @param typed the address, as typed
     * @param version of the authority when the form was opened
     * @return what stands in the way, as a message key; empty when it is done
     * @throws NotPermitted also when there is no such authority
     */
    public String register(Caller caller, String authorityCode, String typed, int version) {
        Permissions.requireOperator(caller);
        authorities.find(authorityCode).orElseThrow(NotPermitted::new);
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            return "person.email-wrong";
        }
        if (!registration.register(authorityCode, address.get(), version)) {
            return "kommuner.conflict";
        }
        audit.record(caller.accountId(), authorityCode, "authority.address", "authority:" + authorityCode, null, null);
        return "";
    }
}
