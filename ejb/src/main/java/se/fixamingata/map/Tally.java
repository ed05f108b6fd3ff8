package se.fixamingata.map;

import se.fixamingata.position.MapCell;

/** What a cell of the map counts: how many reports, of which kind, and where they are on the whole. */
class Tally {

    final long cell;
    private long count;
    private long open;
    private long fixed;
    private double latSum;
    private double lonSum;

    /** @param cell Morton number at the zoom of the tile's grid */
    Tally(long cell) {
        this.cell = cell;
    }

    /** Adds what a query has counted: count, open, fixed, sums of degrees, from that column on. */
    Tally add(Object[] row, int from) {
        count += number(row[from]).longValue();
        open += number(row[from + 1]).longValue();
        fixed += number(row[from + 2]).longValue();
        latSum += number(row[from + 3]).doubleValue();
        lonSum += number(row[from + 4]).doubleValue();
        return this;
    }

    private static Number number(Object value) {
        return (Number) value;
    }

    long count() {
        return count;
    }

    /**
     * The cluster of all that was counted.
     *
     * @param zoom of the tile
     * @param first lowest Morton number of a member
     * @param last highest Morton number of a member
     */
    MapFeature.Cluster cluster(int zoom, long first, long last) {
        return new MapFeature.Cluster(
                latSum / count, lonSum / count, (int) count, (int) open, (int) fixed, expandZoom(zoom, first, last));
    }

    /**
     * The coarsest tile zoom, finer than the present one, whose grid separates the first from the last. Where even the grid of the last
     * zoom does not, a few reports still part there if they are not on one spot, because few are shown singly.
     */
    private Integer expandZoom(int zoom, long first, long last) {
        int parting = Math.max(zoom, commonZoom(first, last) - MapTiles.GRID) + 1;
        if (parting <= MapTiles.FINEST_PARTING) {
            return parting;
        }
        boolean fewAndApart = first != last && count <= MapTiles.MOST_FEATURES;
        return fewAndApart && zoom < MapTiles.FINEST_PARTING ? MapTiles.FINEST_PARTING : null;
    }

    /** The finest zoom at which both are in one cell. */
    private static int commonZoom(long first, long last) {
        int differing = Long.SIZE - Long.numberOfLeadingZeros(first ^ last);
        return MapCell.FINEST - (differing + 1) / 2;
    }
}
