package se.fixamingata.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationState;

/** What is written of a reminder is written together. */
class KilledReminderIT extends DatabaseTest {

    /** The server dies after all has been written and before it is committed. */
    @Test
    void aRunThatWasKilledLeavesNothingBehindAndIsDoneAgain() {
        commit(own -> new ReminderScene(own, clock).municipalities().report(1, "2026-11-20", "2026-12-18"));
        assertThatThrownBy(() -> commit(own -> {
                    assertThat(new ReminderScene(own, clock).run()).isEqualTo(1);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        commit(own -> assertThat(new ReminderScene(own, clock).mails()).isEmpty());
        commit(own -> assertThat(new ReminderScene(own, clock).run()).isEqualTo(1));
        commit(own -> assertThat(new ReminderScene(own, clock).run()).isZero());
        // Whether or not the mail server answers: the row waits for it.
        commit(own -> assertThat(new ReminderScene(own, clock).mails())
                .extracting(Notification::state)
                .containsExactly(NotificationState.DUE));
    }
}
