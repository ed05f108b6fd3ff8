package se.fixamingata.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;

/** What the authority's own work adds to a report: who does it, how urgent, by when, and whose turn it is. */
@Embeddable
public class CaseFile {

    @Column(name = "assignee_id")
    private Long assigneeId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Priority priority = Priority.NORMAL;

    @Column(name = "expected_on")
    private LocalDate expectedOn;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "news_at")
    private Instant newsAt;

    @Column(name = "waiting_until")
    private Instant waitingUntil;

    protected CaseFile() {}

    /** @param accountId null for nobody */
    public void assign(Long accountId) {
        assigneeId = accountId;
    }

    public void prioritise(Priority other) {
        priority = other;
    }

    /** @param day by which the authority says it will be done; null for no promise */
    public void expect(LocalDate day) {
        expectedOn = day;
    }

    /** The authority has said something in public: the first time is remembered, and the news are answered. */
    public void answered(Instant now) {
        if (answeredAt == null) {
            answeredAt = now;
        }
        newsAt = null;
    }

    /** A resident has said something: it is the authority's turn, whatever it waited for. */
    public void news(Instant now) {
        newsAt = now;
        waitingUntil = null;
    }

    /** Somebody has read the news and leaves it at that. */
    public void newsRead() {
        newsAt = null;
    }

    /** The reporter was asked something: until then it is not the authority's turn. */
    public void waitForReporter(Instant until) {
        waitingUntil = until;
        newsAt = null;
    }

    /** The authority goes on without the reporter's answer. */
    public void stopWaiting() {
        waitingUntil = null;
    }

    /** A new authority starts afresh: what another one promised does not bind it. */
    void handOver() {
        assigneeId = null;
        priority = Priority.NORMAL;
        expectedOn = null;
        answeredAt = null;
        newsAt = null;
        waitingUntil = null;
    }

    /** Null for nobody. */
    public Long assigneeId() {
        return assigneeId;
    }

    public Priority priority() {
        return priority;
    }

    /** Null when nothing was promised. */
    public LocalDate expectedOn() {
        return expectedOn;
    }

    /** Null while there is none. */
    public Instant answeredAt() {
        return answeredAt;
    }

    /** Null when there are none. */
    public Instant newsAt() {
        return newsAt;
    }

    /** Null when nobody is waited for. */
    public Instant waitingUntil() {
        return waitingUntil;
    }
}
