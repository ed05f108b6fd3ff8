package se.fixamingata.signin;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.account.Accounts;
import se.fixamingata.signin.session.Way;

/** The door as somebody meets it who may have been shut out. */
public final class BarredDoor {

    private final EntityManager em;
    private final Door door;

    public BarredDoor(EntityManager em, Clock clock) {
        this.em = em;
        door = new Door(em, clock);
    }

    public Accounts accounts() {
        return door.accounts;
    }

    public SecondFactorRemoval removal() {
        return new SecondFactorRemoval(door.recovery, door.notices);
    }

    public void signIn(long accountId) {
        door.outcome.complete(accountId, Way.LINK, Door.VISITOR);
        em.flush();
    }

    /** Whether any of the ways lets that person in; each is tried. */
    public boolean getsIn(long accountId) {
        em.flush();
        boolean link = door.outcome.complete(accountId, Way.LINK, Door.VISITOR) instanceof SignInResult.Done;
        boolean employer =
                door.outcome.completeThroughEmployer(accountId, "1763", Door.VISITOR) instanceof SignInResult.Done;
        boolean password = door.outcome.afterPassword(accountId, "x", true, Door.VISITOR) instanceof SignInResult.Done;
        return link || employer || password;
    }
}
