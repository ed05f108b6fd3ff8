package se.fixamingata.demonstration;

/** What a photo of the demonstration shows. */
enum Scene {
    LAMP,
    POTHOLE,
    PATH,
    ICE,
    DRAIN,
    GRAFFITI,
    BIN,
    LITTER,
    SWING,
    BENCH,
    TREE,
    SIGN,
    SIGNAL,
    SHELTER,
    BIKES,
    WATER
}
