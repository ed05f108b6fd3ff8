package se.fixamingata.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.report.ReportStatus;

class InboxAddressTest {

    private static final Set<String> CATEGORIES = Set.of("lighting", "graffiti", "other");

    private static InboxAddress.Read read(String query) {
        return InboxAddress.read("1763", query, CATEGORIES, 25);
    }

    @Test
    void anInboxOpensWithWhatThereIsToDo() {
        for (String empty : new String[] {null, "", "a=forshaga", "&&=&x"}) {
            InboxAddress.Read read = read(empty);
            assertThat(read.ignored()).isEmpty();
            assertThat(read.view()).isEqualTo(InboxView.of(InboxCriteria.open("1763")));
            assertThat(InboxAddress.write(read.view())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=all",
                "status=closed",
                "status=fixed,reported",
                "status=open,duplicate",
                "category=graffiti,lighting",
                "assignee=me",
                "assignee=nobody",
                "assignee=1234",
                "priority=high,urgent",
                "since=2026-01-01&before=2026-02-01",
                "age=newer-30,older-7",
                "due=week",
                "deadline=late,very_late",
                "sort=deadline",
                "flag=new,undelivered",
                "text=h%C3%A5l+%26+%23lampa%3D",
                "text=%231234",
                "box=59.50000,13.40000,59.60000,13.50000",
                "sort=priority",
                "sort=-expected&page=3&rows=100",
                "status=all&category=other&assignee=me&priority=low&since=2026-01-01&age=newer-30&due=none&flag=news&text=x&sort=category"
            })
    void whatIsWrittenIsReadAndWrittenAgain(String query) {
        InboxAddress.Read read = read(query);
        assertThat(read.ignored()).isEmpty();
        assertThat(InboxAddress.write(read.view())).isEqualTo(query);
        assertThat(read(InboxAddress.write(read.view())).view()).isEqualTo(read.view());
    }

    @ParameterizedTest
    @CsvSource({
        "status=nonsense, status",
        "status=unconfirmed, status",
        "category=gone&status=all, category",
        "assignee=Karin, assignee",
        "assignee=99999999999999999999, assignee",
        "priority=very, priority",
        "since=2026-13-01, since",
        "before=0001-01-01, before",
        "age=older-0, age",
        "age=older-99999, age",
        "due=never, due",
        "deadline=never, deadline",
        "flag=odd, flag",
        "'box=1,2,3', box",
        "'box=60,13,59,14', box",
        "'box=NaN,13,59,14', box",
        "'box=1e300,13,1e301,14', box",
        "sort=name, sort",
        "page=0, page",
        "page=-1, page",
        "page=99999999999, page",
        "rows=7, rows",
        "text=%zz, text"
    })
    void whatMakesNoSenseIsLeftOutWithAWord(String query, String name) {
        assertThat(read(query).ignored()).containsExactly(name);
        assertThat(InboxAddress.write(read(query).view())).doesNotContain(name + "=");
    }

    @Test
    void aFormMaySendAFieldSeveralTimes() {
        assertThat(read("status=fixed&status=reported&category=other&category=&category=lighting")
                        .view()
                        .criteria()
                        .statuses())
                .containsExactlyInAnyOrder(ReportStatus.FIXED, ReportStatus.REPORTED);
    }

    @Test
    void noAddressIsTooLongOrTooOddToBeRead() {
        Random random = new Random(3);
        String letters = "abstupgefl=&,%-0192.#+ åöé\u0000<>'\"";
        String[] names = {"status", "category", "assignee", "since", "age", "due", "flag", "text", "box", "sort", "page"
        };
        for (int i = 0; i < 2_000; i++) {
            StringBuilder query = new StringBuilder();
            for (int part = 0; part < 5; part++) {
                query.append('&').append(names[random.nextInt(names.length)]).append('=');
                random.ints(12, 0, letters.length()).forEach(at -> query.append(letters.charAt(at)));
            }
            InboxView view = read(query.toString()).view();
            assertThat(read(InboxAddress.write(view)).view()).isEqualTo(view);
        }
        assertThat(read("text=" + "x".repeat(100_000)).view().criteria().text()).hasSize(InboxCriteria.TEXT_MAX);
        assertThat(read("status=" + "fixed,".repeat(10_000)).view().criteria().statuses())
                .containsExactly(ReportStatus.FIXED);
    }
}
