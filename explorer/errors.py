"""The two kinds of error: those a person can act on, and bugs.

Every error that a person can act on is an `ExplorerError` and carries a message fit to show: what
was found, where, and what to do. Anything else that is raised is a bug and is shown as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_MOST_SHOWN = 40


class ExplorerError(Exception):
    """Something a person can act on; `str(error)` is fit to show."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a pack, said so that the pack's author can mend it.

    `row` counts data rows as a spreadsheet shows them: the header is row 1, the first record row
    2; 0 means that the fault is of the whole file.
    """

    file: str
    row: int
    field: str
    found: str
    remedy: str

    def __str__(self) -> str:
        """Say the fault on one line: file, row, field, what was found, what to do."""
        place = self.file
        if self.row:
            place += f", row {self.row}"
        if self.field:
            place += f", field “{self.field}”"
        return f"{place}: {self.found}. {self.remedy}."


class FaultsError(ExplorerError):
    """Something read was at fault; `faults` holds every fault found, in file and row order.

    The message shows the first of them and says how many more there are: one lost table can put
    every row of another at fault.
    """

    def __init__(self, name: str, faults: Sequence[Fault], so: str, rest: str) -> None:
        """Keep all faults; `so` says what they led to, `rest` what to do about those not shown."""
        self.faults = tuple(faults)
        count = len(self.faults)
        noun = "fault" if count == 1 else "faults"
        lines = [f"{name}: {count:,} {noun}, so {so}."]
        lines += [f"  {fault}" for fault in self.faults[:_MOST_SHOWN]]
        if more := count - len(self.faults[:_MOST_SHOWN]):
            lines.append(f"  … and {more:,} more; {rest}.")
        super().__init__("\n".join(lines))


class PackError(FaultsError):
    """A pack could not be loaded."""

    def __init__(self, pack: str, faults: Sequence[Fault]) -> None:
        """Keep the pack's name and all its faults."""
        self.pack = pack
        rest = "mend these first, or list all with “country-explorer check”"
        super().__init__(pack, faults, "nothing was loaded", rest)


class JudgementFileError(FaultsError):
    """A file with a colleague's judgement could not be taken in."""

    def __init__(self, file: str, faults: Sequence[Fault]) -> None:
        """Keep all its faults."""
        super().__init__(file, faults, "nothing was taken in", "mend these first")


class EvidenceFileError(FaultsError):
    """A file with a colleague's evidence could not be taken in."""

    def __init__(self, file: str, faults: Sequence[Fault]) -> None:
        """Keep all its faults."""
        super().__init__(file, faults, "nothing was taken in", "mend these first")


class ForecastFileError(FaultsError):
    """A file with forecasts could not be taken in."""

    def __init__(self, file: str, faults: Sequence[Fault]) -> None:
        """Keep all its faults."""
        super().__init__(file, faults, "nothing was taken in", "mend these first")


class WorkspaceError(ExplorerError):
    """The user's workspace could not be read or saved."""


class ExportError(ExplorerError):
    """A document or picture could not be made."""


class UnknownNameError(ExplorerError):
    """A country, factor, rung or other id that the Atlas does not hold."""
