package se.fixamingata.web.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.shared.PageMark;

class NextPageTest {

    private static final PageMark MARK = new PageMark(Instant.parse("2026-11-23T10:00:00Z"), 17);

    @ParameterizedTest
    @CsvSource({
        "status=open&q=api_key, status=open&q=api_key&",
        "api_key=fmg_secret&status=open, status=open&",
        "status=open&api%5Fkey=fmg_secret&api%5fkey=b, status=open&",
        "page=3&cursor=old&page_size=2, page_size=2&",
        "api_key, ''",
        "'', ''",
        ", ''",
    })
    void whatFollowsIsAskedForInTheSameWayAndTellsNoKey(String query, String stays) {
        assertThat(NextPage.following(query, MARK)).isEqualTo(stays + "cursor=" + MARK.text());
    }
}
