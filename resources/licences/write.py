"""Write down the licences of what the app is built on: `python3 dev.py licences`.

The names come from walking the requirements of `country-explorer` as installed, so that the tools
it is developed with stay out; the rest from each package's own metadata. Packages that only other
systems need are not installed here and so are not listed.
"""

import csv
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

FILE = Path(__file__).with_name("dependencies.csv")
HOME_LABELS = ("homepage", "home", "source", "source code", "repository", "documentation")
# What a package's metadata leaves out, by hand from its own pages.
KNOWN_HOMES = {"pyside6-essentials": "https://pyside.org", "shiboken6": "https://pyside.org"}


def runtime_packages(root: str) -> list[metadata.Distribution]:
    """Return the installed packages that one needs to run, directly or not, by name."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [root]
    while waiting:
        for line in metadata.distribution(waiting.pop()).requires or []:
            requirement = Requirement(line)
            needed = not requirement.marker or requirement.marker.evaluate({"extra": ""})
            name = requirement.name.lower()
            if needed and name not in found:
                found[name] = metadata.distribution(name)
                waiting.append(name)
    return [found[name] for name in sorted(found)]


def stated(package: metadata.Distribution, field: str) -> str:
    """Return one field of a package's metadata, or nothing."""
    return package.metadata[field].strip() if field in package.metadata else ""


def licence(package: metadata.Distribution) -> str:
    """Return the licence a package states: its expression, else its name, else its class."""
    named = stated(package, "License-Expression") or stated(package, "License")
    if named and "\n" not in named:
        return named
    classifiers = package.metadata.get_all("Classifier") or []
    classes = [each for each in classifiers if each.startswith("License")]
    return "; ".join(each.rpartition(" :: ")[2] for each in classes) or "see the package"


def home(package: metadata.Distribution) -> str:
    """Return the address of a package's own pages, or nothing if it states none."""
    lines = [line.split(", ", 1) for line in package.metadata.get_all("Project-URL") or []]
    by_label = {"home": stated(package, "Home-page")}
    by_label |= {label.lower(): address for label, address in lines}
    addresses = [by_label[label] for label in HOME_LABELS if by_label.get(label)]
    return KNOWN_HOMES.get(package.name.lower(), addresses[0] if addresses else "")


def main() -> None:
    """Write the table beside this file, a line for each package."""
    packages = runtime_packages("country-explorer")
    with FILE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["name", "version", "licence", "url"])
        for package in packages:
            table.writerow([package.name, package.version, licence(package), home(package)])
    print(f"{len(packages)} packages in {FILE.name}")


if __name__ == "__main__":
    main()
