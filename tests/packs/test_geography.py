import json
from pathlib import Path
from typing import Any

import pytest

from explorer.domain.atlas import Atlas
from explorer.errors import PackError
from explorer.packs.geography import geography_faults, read_geography
from explorer.packs.map_files import OUTLINES, PORTS
from explorer.packs.reading import read_atlas
from explorer.paths import bundled_pack

SQUARE = [[50.0, 40.0], [51.0, 40.0], [51.0, 41.0], [50.0, 41.0], [50.0, 40.0]]
SOURCES = frozenset({"natural_earth"})


def feature(**changes: object) -> dict[str, Any]:
    properties = {"iso3": "AZE", "name": "Azerbaijan", "label_x": 47.7, "label_y": 40.1}
    geometry = {"type": "Polygon", "coordinates": [SQUARE]}
    geometry |= {key: changes.pop(key) for key in ("type", "coordinates") if key in changes}
    return {"type": "Feature", "properties": {**properties, **changes}, "geometry": geometry}


def port(**changes: object) -> dict[str, Any]:
    geometry = {"type": "Point", "coordinates": changes.pop("at", [56.2, 27.14])}
    properties = {"name": "Bandar Abbas", "scalerank": 5, **changes}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def write(folder: Path, file: str, features: object, **more: object) -> None:
    whole = {"type": "FeatureCollection", "source_id": "natural_earth", "features": features}
    (folder / "data").mkdir(exist_ok=True)
    (folder / file).write_text(json.dumps({**whole, **more}), "utf-8")


def faults(folder: Path, outlines: list[Any], ports: list[Any] | None = None) -> list[str]:
    write(folder, OUTLINES.file, outlines)
    write(folder, PORTS.file, [] if ports is None else ports)
    return [str(each) for each in geography_faults(folder, SOURCES, ("AZE",))]


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


def test_the_bundled_map_has_an_outline_of_each_compared_state_and_of_their_holes(
    atlas: Atlas,
) -> None:
    geography = read_geography(bundled_pack(), atlas)
    assert set(atlas.subject.compared) <= geography.codes
    assert geography.source_id == "natural_earth"
    kyrgyz = next(each for each in geography.outlines if each.iso3 == "KGZ")
    assert len(kyrgyz.polygons[0]) == 4  # its outer ring, and three enclaves of others
    assert "Bandar Abbas" in {each.name for each in geography.ports}


def test_a_pack_without_a_map_has_no_outlines_and_no_faults(tmp_path: Path, atlas: Atlas) -> None:
    assert geography_faults(tmp_path, SOURCES, ("AZE",)) == []
    assert read_geography(tmp_path, atlas).outlines == ()


def test_a_sound_map_has_no_faults(tmp_path: Path) -> None:
    assert faults(tmp_path, [feature()], [port()]) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"iso3": "az"}, "feature 1 (az)”: iso3 “az” is no code of three capitals. Give the ISO"),
        ({"name": ""}, "feature 1 (AZE)”: it has no name"),
        ({"label_x": 400.0}, "label_x and label_y are no longitude and latitude"),
        ({"type": "LineString"}, "a geometry of type “LineString” draws no area"),
        ({"coordinates": []}, "draws no area"),
        ({"coordinates": [SQUARE[:3]]}, "polygon 1, ring 1”: 3 positions make no area"),
        ({"coordinates": [SQUARE[:-1]]}, "ring 1”: it is not closed. Let its last position"),
        ({"coordinates": [[SQUARE[0]] * 4]}, "ring 1”: it encloses nothing"),
        ({"coordinates": [[*SQUARE[:2], [51, 91.5], SQUARE[0]]]}, "position 3, “[51, 91.5]”"),
        ({"coordinates": [[*SQUARE[:2], [None, 4], SQUARE[0]]]}, "is no place on the earth"),
        (
            {"coordinates": [SQUARE, SQUARE[:2]]},
            "feature 1 (AZE), polygon 1, ring 2”: 2 positions",
        ),
    ],
)
def test_a_bad_outline_is_told_with_its_file_and_feature_and_what_to_do(
    tmp_path: Path, change: dict[str, Any], told: str
) -> None:
    found = faults(tmp_path, [feature(**change)])
    assert found[0].startswith("data/outlines.geojson, field “feature 1")
    assert told in found[0]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": " "}, "it has no name"),
        ({"at": [56.2]}, "it is no point on the earth"),
        ({"scalerank": "5"}, "scalerank is no whole number"),
    ],
)
def test_a_bad_port_is_told_with_its_file_and_feature(
    tmp_path: Path, change: dict[str, Any], told: str
) -> None:
    found = faults(tmp_path, [feature()], [port(**change)])
    assert found[0].startswith("data/ports.geojson, field “feature 1")
    assert told in found[0]


def test_all_bad_features_are_told_at_once(tmp_path: Path) -> None:
    found = faults(tmp_path, [feature(iso3="a"), feature(), {"type": "Feature"}], [port(name="")])
    places = [each.split("“")[1][:9] for each in found]
    assert sorted(places) == ["feature 1", "feature 1", "feature 3"]


def test_a_state_that_is_drawn_twice_or_not_at_all_is_told(tmp_path: Path) -> None:
    assert "“AZE” is drawn twice" in faults(tmp_path, [feature(), feature()])[0]
    assert "there is no outline of AZE" in faults(tmp_path, [feature(iso3="KAZ")])[0]


def test_one_file_of_a_map_without_the_other_is_told(tmp_path: Path) -> None:
    write(tmp_path, OUTLINES.file, [feature()])
    found = geography_faults(tmp_path, SOURCES, ())
    assert [(each.file, each.found) for each in found] == [(PORTS.file, "the file is missing")]


def test_a_map_names_one_source_that_the_pack_knows(tmp_path: Path) -> None:
    write(tmp_path, OUTLINES.file, [feature()], source_id="nobody")
    write(tmp_path, PORTS.file, [])
    assert "is not the source of the outlines" in str(geography_faults(tmp_path, SOURCES, ())[0])
    write(tmp_path, PORTS.file, [], source_id="nobody")
    assert "“nobody” is not known" in str(geography_faults(tmp_path, SOURCES, ())[0])
    write(tmp_path, PORTS.file, [], source_id="")
    assert "no source is named" in str(geography_faults(tmp_path, SOURCES, ())[0])


@pytest.mark.parametrize("text", ["{", "[]", '{"type": "Feature"}'])
def test_a_file_that_is_no_map_is_told(tmp_path: Path, atlas: Atlas, text: str) -> None:
    write(tmp_path, PORTS.file, [])
    (tmp_path / OUTLINES.file).write_text(text, "utf-8")
    with pytest.raises(PackError, match=r"data/outlines\.geojson: (the file|it is no Feature)"):
        read_geography(tmp_path, atlas)
