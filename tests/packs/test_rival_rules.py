from pathlib import Path

from explorer.errors import Fault
from explorer.packs.columns import read_columns
from explorer.packs.rival_rules import rival_faults
from explorer.packs.series_tables import RIVALS

HEADER = "quantity,title,kind,key,label\n"
IDS = {"indicators": frozenset({"milex"}), "evidence": frozenset({"E001"})}


def faults(folder: Path, rows: str) -> list[Fault]:
    (folder / "data").mkdir()
    (folder / RIVALS.file).write_text(HEADER + rows, "utf-8")
    columns, wrong = read_columns(folder, RIVALS)
    assert columns is not None
    assert list(wrong) == []
    return list(rival_faults(columns, IDS))


def test_an_indicator_and_an_item_may_be_rivals(tmp_path: Path) -> None:
    rows = "arms,Arms,indicator,milex,Bank\narms,Arms,evidence,E001,Press\n"
    assert faults(tmp_path, rows) == []


def test_an_unknown_figure_is_told_with_the_table_that_would_hold_it(tmp_path: Path) -> None:
    rows = "arms,Arms,indicator,milex,Bank\narms,Arms,evidence,milex,Press\n"
    [fault] = faults(tmp_path, rows)
    assert (fault.file, fault.row, fault.field) == ("data/rivals.csv", 3, "key")
    assert "data/evidence.csv" in str(fault)


def test_a_lone_figure_and_a_second_title_are_told(tmp_path: Path) -> None:
    rows = (
        "arms,Arms,indicator,milex,Bank\narms,Guns,evidence,E001,Press\noil,Oil,evidence,E001,x\n"
    )
    assert [(each.row, each.field) for each in faults(tmp_path, rows)] == [
        (3, "title"),
        (4, "quantity"),
    ]
