"""The rules of the architecture that neither the linter nor the type checker can hold."""

import ast
import io
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "explorer"
TESTS = ROOT / "tests"
# What these test is not a module of explorer.
WITHOUT_A_MODULE = {
    "test_architecture.py",
    "test_dev.py",
    "test_hindsight.py",
    "test_offline.py",
    "test_qt_binding.py",
}
OF_RESOURCES = TESTS / "resources"
LONGEST_FILE = 350
LONGEST_FUNCTION = 45
# Tokens that make a line look, but not be, longer.
LAYOUT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def said_from_the_top(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def docstring_lines(tree: ast.Module) -> set[int]:
    lines: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case (
                ast.Module(body=[first, *_])
                | ast.ClassDef(body=[first, *_])
                | ast.FunctionDef(body=[first, *_])
                | ast.AsyncFunctionDef(body=[first, *_])
            ) if ast.get_docstring(node, clean=False) is not None:
                lines |= set(range(first.lineno, (first.end_lineno or 0) + 1))
            case _:
                pass
    return lines


def code_lines(text: str) -> set[int]:
    """Return the numbers of the lines that hold code: no blanks, comments or docstrings."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    spans = [range(each.start[0], each.end[0] + 1) for each in tokens if each.type not in LAYOUT]
    return {line for span in spans for line in span} - docstring_lines(ast.parse(text))


def overlong(text: str) -> Iterator[tuple[str, int]]:
    """Name what is too long in a module: functions, and "" for the whole."""
    lines = code_lines(text)
    if len(lines) > LONGEST_FILE:
        yield "", len(lines)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = len(lines & set(range(node.lineno, (node.end_lineno or 0) + 1)))
            if length > LONGEST_FUNCTION:
                yield node.name, length


def test_a_length_counts_code_and_neither_comments_nor_docstrings() -> None:
    text = '"""Doc.\n\nMore.\n"""\n\n# why\nx = """a\nb"""\n\n\ndef f() -> None:\n    """Do."""\n'
    assert code_lines(text) == {7, 8, 11}


def test_a_function_that_is_too_long_is_named() -> None:
    text = "def long() -> None:\n" + "    print()\n" * LONGEST_FUNCTION
    assert list(overlong(text)) == [("long", LONGEST_FUNCTION + 1)]


def test_files_and_functions_stay_short() -> None:
    faults = [
        f"{said_from_the_top(path)} {name}: {length} lines"
        for path in modules()
        for name, length in overlong(path.read_text("utf-8"))
    ]
    assert faults == []


def test_every_test_file_mirrors_a_module() -> None:
    faults = [
        said_from_the_top(path)
        for path in TESTS.rglob("test_*.py")
        if path.name not in WITHOUT_A_MODULE and not mirrored(path)
    ]
    assert faults == []


def mirrored(test: Path) -> Path | None:
    """Return what a test file is about: a module, a package or a script, if it is there."""
    name = test.name.removeprefix("test_")
    about = SOURCE / test.relative_to(TESTS).with_name(name)
    if test.is_relative_to(OF_RESOURCES):
        about = ROOT / "resources" / test.relative_to(OF_RESOURCES).with_name(name)
    candidates = [about, about.with_suffix("") / "__init__.py"]
    return next((each for each in candidates if each.is_file()), None)


def test_no_import_hides_from_the_checks_of_cycles() -> None:
    word = "TYPE_" + "CHECKING"
    scripts = [*modules(), *TESTS.rglob("*.py"), ROOT / "dev.py"]
    faults = [said_from_the_top(path) for path in scripts if word in path.read_text("utf-8")]
    assert faults == []


def loaded_by(names: list[str]) -> set[str]:
    """Return the top names of all that a fresh interpreter has loaded after some imports."""
    program = (
        f"import sys, {', '.join(names)}\nprint(*{{n.partition('.')[0] for n in sys.modules}})"
    )
    command = [sys.executable, "-c", program]
    return set(subprocess.run(command, capture_output=True, check=True, text=True).stdout.split())


@pytest.mark.parametrize("package", ["domain", "analysis", "packs", "workspace", "pages"])
def test_the_core_runs_without_a_window(package: str) -> None:
    paths = sorted((SOURCE / package).rglob("*.py"))
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    if not names:
        pytest.skip(f"there is no {package} yet")
    heavy = {"PySide6", "shiboken6", "pyqtgraph", "matplotlib", "typst"}
    assert loaded_by([name.removesuffix(".__init__") for name in names]) & heavy == set()


def test_the_window_opens_before_the_heavy_libraries_load() -> None:
    if not (SOURCE / "ui" / "app.py").is_file():
        pytest.skip("there is no window yet")
    heavy = {"pandas", "pyqtgraph", "matplotlib", "typst"}
    assert loaded_by(["explorer.cli", "explorer.ui.app"]) & heavy == set()
