package se.fixamingata.staff;

import java.util.List;

/** What became of inviting people. */
public sealed interface InvitingResult {

    /**
     * The mails are on their way.
     *
     * @param invited addresses
     * @param there addresses of people who work there already; they got nothing
     */
    record Sent(List<String> invited, List<String> there) implements InvitingResult {

        public Sent {
            invited = List.copyOf(invited);
            there = List.copyOf(there);
        }
    }

    /**
     * Nobody was invited.
     *
     * @param key of the message that says why
     * @param wrong what is no address, as typed
     */
    record Refused(String key, List<String> wrong) implements InvitingResult {

        public Refused {
            wrong = List.copyOf(wrong);
        }
    }
}
