package se.fixamingata.signin;

import jakarta.enterprise.context.ApplicationScoped;
import se.fixamingata.account.Account;

/** The code of an app. */
@ApplicationScoped
class SecondFactor {

    boolean accept(Account account, String code) {
        return false;
    }
}
