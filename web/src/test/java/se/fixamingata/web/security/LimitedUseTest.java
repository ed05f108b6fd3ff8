package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitedUseTest {

    @Test
    void lookingAroundIsFree() {
        assertThat(LimitedUse.of("GET", "/", null)).isEmpty();
        assertThat(LimitedUse.of("GET", "/karta", "lat=59&lon=13")).isEmpty();
        assertThat(LimitedUse.of("GET", "/karta/bas/5/17/9.png", null)).isEmpty();
        assertThat(LimitedUse.of("GET", "/rapport/5", null)).isEmpty();
    }

    @Test
    void systemsAreCountedWhereTheirKeyIsKnown() {
        assertThat(LimitedUse.of("GET", "/open311/v2/requests.json", "page=2")).isEmpty();
        assertThat(LimitedUse.of("POST", "/open311/v2/requests.json", null)).isEmpty();
        assertThat(LimitedUse.of("GET", "/open311/v2/mala/requests.json", "status=open&q=lampa"))
                .contains(LimitedUse.SEARCH);
        assertThat(LimitedUse.of("GET", "/open311/v2/requests.json", "q=&q=lampa"))
                .contains(LimitedUse.SEARCH);
        assertThat(LimitedUse.of("GET", "/open311/v2/requests.json", "q=")).isEmpty();
        assertThat(LimitedUse.of("POST", "/open311/v1/requests.json", null)).contains(LimitedUse.REPORT);
    }

    /** What is read before anybody knows the key is counted before it is read. */
    @Test
    void bodiesWithFilesAreCountedWhereverTheyGo() {
        assertThat(LimitedUse.ofBody("POST", "Multipart/form-data; boundary=x")).contains(LimitedUse.API);
        assertThat(LimitedUse.ofBody("POST", "application/x-www-form-urlencoded"))
                .isEmpty();
        assertThat(LimitedUse.ofBody("POST", null)).isEmpty();
        assertThat(LimitedUse.ofBody("GET", "multipart/form-data; boundary=x")).isEmpty();
    }

    @Test
    void noSpellingEscapes() {
        assertThat(LimitedUse.of("GET", "/karta", "%71=Forshaga")).contains(LimitedUse.SEARCH);
        assertThat(LimitedUse.of("GET", "/karta/", "q=Forshaga")).contains(LimitedUse.SEARCH);
        assertThat(LimitedUse.of("GET", "/karta.xhtml", "lat=1&q=Forshaga")).contains(LimitedUse.SEARCH);
        assertThat(LimitedUse.of("GET", "/api/places/", "q=Deje")).contains(LimitedUse.SEARCH);
        assertThat(LimitedUse.of("POST", "/rapportera/utkastet", null)).contains(LimitedUse.REPORT);
    }

    @Test
    void wordsInReportsAreASearchAndAnEmptyFieldIsNone() {
        assertThat(LimitedUse.of("GET", "/kartlista", "text=lampa")).contains(LimitedUse.SEARCH);
        assertThat(LimitedUse.of("GET", "/karta", "text=lampa")).contains(LimitedUse.SEARCH);
        assertThat(LimitedUse.of("GET", "/kartlista", "text=&box=1,2,3,4")).contains(LimitedUse.API);
        assertThat(LimitedUse.of("GET", "/karta", "text=&q=")).isEmpty();
    }

    @Test
    void workInTheBackOfficeIsNoReporting() {
        assertThat(LimitedUse.of("POST", "/handlaggning", null)).contains(LimitedUse.API);
        assertThat(LimitedUse.of("POST", "/handlaggning/logg.xhtml", null)).contains(LimitedUse.API);
        assertThat(LimitedUse.of("POST", "/handlaggningen", null)).contains(LimitedUse.REPORT);
        assertThat(LimitedUse.of("GET", "/handlaggning/start", null)).isEmpty();
    }

    @Test
    void mailServicesUnsubscribeForAllTheirUsersFromFewAddresses() {
        assertThat(LimitedUse.of("POST", "/avregistrera/abc", null)).contains(LimitedUse.API);
        assertThat(LimitedUse.of("GET", "/avregistrera/abc", null)).isEmpty();
        assertThat(LimitedUse.of("POST", "/prenumerera/7", null)).contains(LimitedUse.REPORT);
    }

    @Test
    void lookingBehindSecretLinksOfMunicipalitiesIsCounted() {
        assertThat(LimitedUse.of("GET", "/svar/abc", null)).contains(LimitedUse.API);
        assertThat(LimitedUse.of("POST", "/svar/abc", null)).contains(LimitedUse.REPORT);
        assertThat(LimitedUse.of("POST", "/anmal/report/7", null)).contains(LimitedUse.REPORT);
    }

    @Test
    void commentsHaveALimitOfTheirOwn() {
        assertThat(LimitedUse.of("POST", "/kommentera/7", null)).contains(LimitedUse.COMMENT);
        assertThat(LimitedUse.of("POST", "/kommentera/7/abc", null)).contains(LimitedUse.COMMENT);
        assertThat(LimitedUse.of("POST", "/kommentera/utkast", null)).contains(LimitedUse.API);
        assertThat(LimitedUse.of("POST", "/kommentera/foto", null)).contains(LimitedUse.PHOTO);
        assertThat(LimitedUse.of("GET", "/kommentera/7", null)).isEmpty();
    }

    @Test
    void whatCostsIsCounted() {
        assertThat(LimitedUse.of("GET", "/karta", "q=Forshaga")).contains(LimitedUse.SEARCH);
        assertThat(LimitedUse.of("GET", "/karta/", "z=5&%71=Forshaga")).contains(LimitedUse.SEARCH);
        assertThat(LimitedUse.of("GET", "/karta/bild.png", "lat=59&lon=13")).contains(LimitedUse.PICTURE);
        assertThat(LimitedUse.of("GET", "/api/places", "q=Deje")).contains(LimitedUse.SEARCH);
        assertThat(LimitedUse.of("GET", "/api/map/5/17/9.json", null)).contains(LimitedUse.API);
        assertThat(LimitedUse.of("GET", "/statistik/data/siffror.csv", null)).contains(LimitedUse.API);
        assertThat(LimitedUse.of("POST", "/rapportera/utkast", null)).contains(LimitedUse.API);
        assertThat(LimitedUse.of("POST", "/rapportera/foto", null)).contains(LimitedUse.PHOTO);
        assertThat(LimitedUse.of("POST", "/rapportera", null)).contains(LimitedUse.REPORT);
        assertThat(LimitedUse.of("POST", "/bekrafta/abc", null)).contains(LimitedUse.REPORT);
    }
}
