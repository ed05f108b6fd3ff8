package se.fixamingata.subscription;

import java.util.Locale;
import se.fixamingata.position.Position;

/** A part of the country that somebody watches. Two that are the same have the same {@link #text}. */
public sealed interface Area {

    /** Metres: a street's corner. */
    int NEAREST = 100;
    /** Metres: a county's size. */
    int FARTHEST = 50_000;

    SubscriptionKind kind();

    /** In one way of spelling, to find it and to tell it from others. */
    String text();

    /** Whether a report of that municipality and category at that place lies in it. */
    boolean holds(String municipalityCode, String categoryCode, Position place);

    /** All of a municipality. */
    record WholeMunicipality(String code) implements Area {
        @Override
        public SubscriptionKind kind() {
            return SubscriptionKind.MUNICIPALITY;
        }

        @Override
        public String text() {
            return "m/" + code;
        }

        @Override
        public boolean holds(String municipalityCode, String categoryCode, Position place) {
            return code.equals(municipalityCode);
        }
    }

    /** One category in a municipality. */
    record CategoryIn(String code, String categoryCode) implements Area {
        @Override
        public SubscriptionKind kind() {
            return SubscriptionKind.CATEGORY;
        }

        @Override
        public String text() {
            return "c/" + code + "/" + categoryCode;
        }

        @Override
        public boolean holds(String municipalityCode, String category, Position place) {
            return code.equals(municipalityCode) && categoryCode.equals(category);
        }
    }

    /**
     * A circle on the ground.
     *
     * @param metres its radius, {@value #NEAREST} to {@value #FARTHEST}
     * @param place its middle in words; empty when nobody knows, and never what tells two circles apart
     */
    record Circle(Position centre, int metres, String place) implements Area {
        public Circle {
            if (metres < NEAREST || metres > FARTHEST) {
                throw new IllegalArgumentException("No radius: " + metres);
            }
        }

        @Override
        public SubscriptionKind kind() {
            return SubscriptionKind.CIRCLE;
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "o/%.6f,%.6f/%d", centre.lat(), centre.lon(), metres);
        }

        @Override
        public boolean holds(String municipalityCode, String categoryCode, Position where) {
            return centre.metresTo(where) <= metres;
        }
    }
}
