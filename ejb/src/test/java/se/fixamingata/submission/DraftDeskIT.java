package se.fixamingata.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;

class DraftDeskIT extends DatabaseTest {

    private Counter counter;

    @BeforeEach
    void open() {
        TestMunicipalities.seed(em, clock);
        counter = new Counter(em, clock);
    }

    private DraftFields kept(SecretToken token) {
        flushAndClear();
        return counter.desk.find(token).orElseThrow().fields();
    }

    @Test
    void keepsEverything() {
        SecretToken token = counter.desk.start(Counter.GOOD, Language.EN);

        assertThat(kept(token)).isEqualTo(Counter.GOOD);
        assertThat(counter.desk.find(token)).get().satisfies(view -> {
            assertThat(view.language()).isEqualTo(Language.EN);
            assertThat(view.isSent()).isFalse();
            assertThat(view.photos()).isEmpty();
            assertThat(view.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        });
    }

    @Test
    void saysBeforeTheWorkThatAPhotoWouldNotBeKept() {
        SecretToken first = counter.start(Counter.GOOD);
        SecretToken second = counter.start(Counter.GOOD);
        for (int i = 1; i <= 5; i++) {
            assertThat(counter.desk.refusal(first)).isEmpty();
            counter.desk.addPhoto(first, i + ".jpg", Counter.PHOTO);
        }
        assertThat(counter.desk.refusal(first)).hasValue(new PhotoAdding.TooMany(5));
        assertThat(counter.desk.refusal(SecretToken.random())).hasValue(new PhotoAdding.NoDraft());
        for (int i = 6; i <= 8; i++) {
            assertThat(counter.desk.refusal(second)).isEmpty();
            counter.desk.addPhoto(second, i + ".jpg", Counter.PHOTO);
        }
        assertThat(counter.desk.refusal(second)).hasValue(new PhotoAdding.NoRoom());
    }

    @Test
    void keepsWhatIsWrongToo() {
        DraftFields wrong = new DraftFields(
                91.0, 200.0, null, "9999", "unicorn", "x", "", "A", "no address", "call me maybe", false);

        assertThat(kept(counter.start(wrong))).isEqualTo(wrong);
    }

    static Stream<Arguments> strangeTexts() {
        return Stream.of(
                Arguments.of("💡👩‍🔧 trasig 🇸🇪", "💡👩‍🔧 trasig 🇸🇪"),
                Arguments.of("المصباح مكسور", "المصباح مكسور"),
                Arguments.of("a\u0000b\u001b[31mc", "a b [31mc"),
                Arguments.of("\u202Egnp.exe", "gnp.exe"),
                Arguments.of("half \uD83D pair", "half  pair"),
                Arguments.of("<script>alert(1)</script>", "<script>alert(1)</script>"),
                Arguments.of("'; drop table draft; --", "'; drop table draft; --"),
                Arguments.of("Robert\\'); --%_", "Robert\\'); --%_"));
    }

    @ParameterizedTest
    @MethodSource("strangeTexts")
    void everyFieldTakesAnyText(String typed, String expected) {
        DraftFields strange =
                new DraftFields(59.5, 13.5, typed, "1763", typed, typed, typed, typed, typed, typed, false);
        DraftFields kept = kept(counter.start(strange));

        assertThat(kept.title()).isEqualTo(expected);
        assertThat(kept.name()).isEqualTo(expected);
        assertThat(kept.email()).isEqualTo(expected);
        assertThat(kept.phone()).isEqualTo(expected);
        assertThat(kept.address()).isEqualTo(expected);
        assertThat(kept.categoryCode()).isEqualTo(expected);
        assertThat(kept.description()).isNotEmpty();
    }

    @Test
    void tenMegabytesInEveryFieldAreCutAndNothingBreaks() {
        String huge = "💡".repeat(2_500_000);
        DraftFields kept =
                kept(counter.start(new DraftFields(59.5, 13.5, huge, huge, huge, huge, huge, huge, huge, huge, true)));

        assertThat(kept.title()).isEqualTo("💡".repeat(1000));
        assertThat(kept.description()).isEqualTo("💡".repeat(12_000));
        assertThat(kept.phone()).isEqualTo("💡".repeat(200));
    }

    @Test
    void aPlaceThatIsNoNumberIsNoPlace() {
        DraftFields kept = kept(counter.start(Counter.GOOD.at(Double.NaN, Double.POSITIVE_INFINITY, null)));

        assertThat(kept.lat()).isNull();
        assertThat(kept.lon()).isNull();
    }

    @Test
    void theAddressStaysWithItsPlace() {
        SecretToken token = counter.start(Counter.GOOD);
        counter.desk.save(token, Counter.GOOD.at(59.5286, 13.4812, null));
        assertThat(kept(token).address()).isEqualTo("Storgatan 1, Forshaga");

        counter.desk.save(token, Counter.GOOD.at(59.5287, 13.4812, null));
        assertThat(kept(token).address()).isNull();
    }

    @Test
    void anAddressThatWasFoundLateTakesNothingBack() {
        SecretToken token = counter.start(Counter.GOOD.at(59.5286, 13.4812, null));
        DraftFields newer = new DraftFields(
                59.5286,
                13.4812,
                null,
                null,
                "graffiti",
                "Klotter på skolan",
                "Hela gaveln är nedklottrad",
                null,
                null,
                null,
                false);
        counter.desk.save(token, newer);
        counter.desk.addAddress(token, Counter.GOOD.at(59.5286, 13.4812, "Storgatan 7, Forshaga"));

        assertThat(kept(token).address()).isEqualTo("Storgatan 7, Forshaga");
        assertThat(kept(token).title()).isEqualTo("Klotter på skolan");

        counter.desk.save(token, newer.at(59.5300, 13.4800, null));
        counter.desk.addAddress(token, Counter.GOOD.at(59.5286, 13.4812, "Storgatan 7, Forshaga"));
        assertThat(kept(token).address()).as("the address of another place").isNull();
    }

    @Test
    void isFoundByItsSecretOnly() {
        counter.start(Counter.GOOD);
        em.flush();

        assertThat(counter.desk.find(SecretToken.random())).isEmpty();
        assertThat(counter.desk.save(SecretToken.random(), Counter.GOOD)).isFalse();
    }

    @Test
    void isForgottenADayAfterTheLastChange() {
        SecretToken token = counter.start(Counter.GOOD);
        em.flush();
        clock.advance(Duration.ofHours(23));
        assertThat(counter.desk.save(token, Counter.GOOD)).isTrue();
        em.flush();
        clock.advance(Duration.ofHours(23));
        assertThat(counter.desk.find(token)).isPresent();

        clock.advance(Duration.ofHours(1));
        assertThat(counter.desk.find(token)).isEmpty();
        assertThat(counter.desk.save(token, Counter.GOOD)).isFalse();
        assertThat(counter.desk.addPhoto(token, "a.jpg", Counter.PHOTO)).isEqualTo(new PhotoAdding.NoDraft());
        assertThat(counter.submission.submit(token)).isEqualTo(new SubmissionResult.NoDraft());
    }

    @Test
    void anExpiredOneGivesWayToANewOneUnderTheSameSecret() {
        SecretToken token = counter.start(Counter.GOOD);
        counter.desk.addPhoto(token, "old.jpg", Counter.PHOTO);
        flushAndClear();
        clock.advance(Duration.ofHours(25));
        DraftFields anew = Fields.with("title", "En annan lampa");
        counter.desk.start(token, anew, Language.SV);

        assertThat(kept(token)).isEqualTo(anew);
        assertThat(counter.desk.find(token).orElseThrow().photos()).isEmpty();
    }

    @Test
    void fivePhotosAndNoSixth() {
        SecretToken token = counter.start(Counter.GOOD);
        for (int i = 1; i <= 5; i++) {
            assertThat(counter.desk.addPhoto(token, i + ".jpg", Counter.PHOTO)).isInstanceOf(PhotoAdding.Added.class);
        }
        assertThat(counter.desk.addPhoto(token, "6.jpg", Counter.PHOTO)).isEqualTo(new PhotoAdding.TooMany(5));

        flushAndClear();
        assertThat(counter.desk.find(token).orElseThrow().photos())
                .extracting(DraftPhoto::fileName)
                .containsExactly("1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg");
    }

    @Test
    void aPhotoIsRemovedByItsOwnDraftOnly() {
        SecretToken token = counter.start(Counter.GOOD);
        SecretToken other = counter.start(Counter.GOOD);
        String id = ((PhotoAdding.Added) counter.desk.addPhoto(token, "a.jpg", Counter.PHOTO)).id();

        assertThat(counter.desk.removePhoto(other, id)).isFalse();
        assertThat(counter.desk.removePhoto(token, id)).isTrue();
        assertThat(counter.desk.removePhoto(token, id)).isFalse();
    }
}
