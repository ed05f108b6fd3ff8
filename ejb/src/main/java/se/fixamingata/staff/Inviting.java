package se.fixamingata.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.account.Role;
import se.fixamingata.category.Categories;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.Language;
import se.fixamingata.signin.Invitation;
import se.fixamingata.signin.InvitationState;
import se.fixamingata.signin.Invitations;
import se.fixamingata.signin.InviteResult;

/** Inviting several people to an authority's back office at once. */
@Stateless
@PermitAll
public class Inviting {

    /** At once. */
    public static final int MOST = 50;

    /** Waiting at the same time, so that nobody writes to half the country in our name. */
    static final int MOST_WAITING = 150;

    /** {@code Anna Berg <anna@example.org>}, as mail programs copy it. */
    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]*)>");

    @Inject
    Invitations invitations;

    @Inject
    Categories categories;

    @Inject
    Clock clock;

    /** For the container. */
    public Inviting() {}

    /** For tests. */
    Inviting(Invitations invitations, Categories categories, Clock clock) {
        this.invitations = invitations;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * Invites everybody, or nobody when something is wrong.
     *
     * @param typed addresses, in whatever way they are kept apart
     * @param only codes of the categories that they are limited to; empty for all
     * @param language of the mail
     */
    public InvitingResult invite(
            Caller caller, String authorityCode, String typed, Role role, Set<String> only, Language language) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        List<String> parts = parts(typed);
        Map<String, EmailAddress> addresses = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (String part : parts) {
            EmailAddress.parse(part)
                    .ifPresentOrElse(
                            one -> addresses.putIfAbsent(one.text().toLowerCase(Locale.ROOT), one),
                            () -> wrong.add(part));
        }
        Optional<String> problem = problem(parts, wrong, only);
        if (problem.isPresent()) {
            return new InvitingResult.Refused(problem.get(), wrong);
        }
        if (open(caller, authorityCode).size() + addresses.size() > MOST_WAITING) {
            return new InvitingResult.Refused("staff.invite.waiting", List.of());
        }
        List<String> invited = new ArrayList<>();
        List<String> there = new ArrayList<>();
        for (EmailAddress address : addresses.values()) {
            InviteResult result = invitations.invite(caller, address.text(), authorityCode, role, only, language);
            (result instanceof InviteResult.Invited ? invited : there).add(address.text());
        }
        return new InvitingResult.Sent(invited, there);
    }

    private Optional<String> problem(List<String> parts, List<String> wrong, Set<String> only) {
        if (parts.isEmpty()) {
            return Optional.of("staff.invite.missing");
        }
        if (parts.size() > MOST) {
            return Optional.of("staff.invite.many");
        }
        if (!wrong.isEmpty()) {
            return Optional.of("staff.invite.wrong");
        }
        return only.stream().anyMatch(code -> categories.find(code).isEmpty())
                ? Optional.of("staff.category.unknown")
                : Optional.empty();
    }

    private static List<String> parts(String typed) {
        String text = typed == null ? "" : typed;
        Matcher brackets = IN_BRACKETS.matcher(text);
        List<String> parts = new ArrayList<>();
        if (brackets.find()) {
            for (String entry : text.split("[,;\\n]")) {
                Matcher inside = IN_BRACKETS.matcher(entry);
                parts.add((inside.find() ? inside.group(1) : entry).strip());
            }
        } else {
            parts.addAll(List.of(text.split("[\\s,;]+")));
        }
        parts.removeIf(String::isBlank);
        return parts;
    }

    /** Invitations that nobody has accepted or withdrawn, newest first; some have run out. */
    public List<Invitation> open(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return invitations.list(caller, authorityCode).stream()
                .filter(this::isOpen)
                .toList();
    }

    private boolean isOpen(Invitation invitation) {
        InvitationState state = invitation.state(clock.instant());
        return state == InvitationState.WAITING || state == InvitationState.EXPIRED;
    }

    /** Sends one of them once more, good for two weeks from now; the link of the mail before works no longer. False when it is not open. */
    public boolean sendAgain(Caller caller, String authorityCode, long invitationId) {
        Optional<Invitation> found = open(caller, authorityCode).stream()
                .filter(one -> one.id() == invitationId)
                .findFirst();
        return found.map(one -> invitations.invite(
                                caller, one.email(), authorityCode, one.role(), one.categories(), one.language())
                        instanceof InviteResult.Invited)
                .orElse(false);
    }

    /** Takes one of them back. False when it is not open. */
    public boolean withdraw(Caller caller, String authorityCode, long invitationId) {
        boolean mine = open(caller, authorityCode).stream().anyMatch(one -> one.id() == invitationId);
        if (mine) {
            invitations.withdraw(caller, invitationId);
        }
        return mine;
    }
}
