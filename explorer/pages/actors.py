"""Where the actors stand on the ladder, what each weighs, and where that settles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer.analysis.actors import Pull, Settlement, settlement_of
from explorer.analysis.basis import Choices
from explorer.analysis.likelihood import percent_text
from explorer.domain.atlas import Atlas
from explorer.pages.charts import Caption, Stand, StandChart
from explorer.pages.compare_outcomes import pool_words
from explorer.pages.numbers import signed_text
from explorer.pages.outlook import Outlook
from explorer.pages.tables import Table
from explorer.pages.words import (
    counted,
    country_name,
    judged_on,
    mid_sentence,
    raters_words,
    sentence,
    tenth_text,
)

COLUMNS = (
    "Actor",
    "Position",
    "Raters",
    "Capability",
    "Salience",
    "Weight",
    "Pull",
    "Lever",
)
NOTE = (
    "Positions are on the ladder, 1 the lowest rung. Weight is capability (0 to 1) times salience "
    "(of 100). Pull is by how many rungs the actor draws the mean away from where it would lie if "
    "the actor stood at the mean; all pulls sum to zero. Lever is by how many rungs the mean "
    "moves for each rung that the actor moves. The mean is a simple compromise, not a forecast of "
    "how the actors will bargain."
)


@dataclass(frozen=True, slots=True)
class ActorsPart:
    """One state's actors: the chart, what it says in sentences, and the figures as a table.

    `notice` says that a scenario in force does not move the actors, and is blank without one.
    """

    iso3: str
    heading: str
    chart: StandChart
    sentence: str
    notice: str
    note: str
    table: Table


def compose_actors(atlas: Atlas, outlook: Outlook, iso3: str) -> ActorsPart | None:
    """Compose a state's actors; `None` where nobody described any that carries weight."""
    settled = settled_actors(outlook, iso3)
    if settled is None:
        return None
    weights = _weights(outlook, iso3)
    titles = tuple(rung.title for rung in atlas.rungs)
    pulls = sorted(settled.pulls, key=lambda pull: -pull.position)
    table = actors_table(pulls)
    said = _sentence(settled, titles)
    heading = f"Where the actors on {country_name(atlas, iso3)} settle"
    chart = StandChart(
        caption=_caption(atlas, heading, said, table, Choices(rater_weights=weights)),
        rungs=titles,
        stands=tuple(_stand(pull) for pull in pulls),
        mean=settled.mean,
        median=settled.median,
    )
    notice = (
        ""
        if outlook.is_plain
        else "The actors are of things as they stand: the scenario does not move them."
    )
    return ActorsPart(iso3, heading, chart, said, notice, NOTE, table)


def settled_actors(outlook: Outlook, iso3: str) -> Settlement | None:
    """Settle a state's actors with the weights that the user gives the raters.

    Where all the raters who described actors count nought, they count alike here: the weights
    then say nothing of how to set one beside another.
    """
    return settlement_of(outlook.ground.atlas, iso3, _weights(outlook, iso3))


def _weights(outlook: Outlook, iso3: str) -> Mapping[str, float] | None:
    """Give what each rater of a state's actors counts for; `None` where they count alike."""
    atlas, weights = outlook.ground.atlas, outlook.ground.choices.rater_weights
    raters = {actor.rater for actor in atlas.actors if actor.iso3 == iso3}
    if weights is not None and not any(weights.get(rater, 1.0) > 0.0 for rater in raters):
        return None
    return weights


def actors_table(pulls: Sequence[Pull]) -> Table:
    """Give the actors' figures, a row an actor, in the order given."""
    rows = tuple(
        (
            _name(pull),
            f"{pull.position:.2f}",
            _range(pull),
            f"{pull.capability:.2f}",
            f"{pull.salience:.0f}",
            f"{pull.weight:.2f}",
            signed_text(pull.pull, 2),
            f"{pull.lever:.2f}",
        )
        for pull in pulls
    )
    return Table(COLUMNS, rows, (False, *(True for _ in COLUMNS[1:])))


def _sentence(settled: Settlement, titles: Sequence[str]) -> str:
    """Say where mean and median lie, who pulls hardest each way, and who has the longest lever."""
    mean, median = (
        mid_sentence(titles[min(max(settled.nearest_rung(each), 0), len(titles) - 1)])
        for each in (settled.mean, settled.median)
    )
    where = (
        f"The weighted mean lies at {settled.mean:.2f} and the weighted median at "
        f"{settled.median:.2f}, both nearest to {mean}."
        if mean == median
        else f"The weighted mean lies at {settled.mean:.2f}, nearest to {mean}, and the weighted "
        f"median at {settled.median:.2f}, nearest to {median}."
    )
    up = max(settled.pulls, key=lambda pull: pull.pull)
    down = min(settled.pulls, key=lambda pull: pull.pull)
    long = max(settled.pulls, key=lambda pull: pull.lever)
    pulls = (
        f"Hardest pull towards closer ties: {up.actor}, {signed_text(up.pull, 2)} rungs; "
        f"hardest pull back: {down.actor}, {signed_text(down.pull, 2)}."
    )
    lever = (
        f"Longest lever: {long.actor}, of whom a move by one rung moves the mean by "
        f"{long.lever:.2f} rungs."
    )
    return " ".join((where, pulls, lever) if up.pull > 0.0 > down.pull else (where, lever))


def _caption(atlas: Atlas, title: str, said: str, table: Table, pooled: Choices) -> Caption:
    """Say whose views the actors are, as `pooled`: by a mean, whatever the pool of the ladders."""
    counts = {
        sum(1 for each in atlas.actors if (each.iso3, each.actor) == key)
        for key in {(actor.iso3, actor.actor) for actor in atlas.actors}
    }
    judged = f"{pool_words(pooled)} of {raters_words(counts)}"
    return Caption(
        title=title,
        unit="position on the ladder; dot: share of all weight; bar: lowest to highest rater",
        source=f"Source: {judged}, {judged_on(atlas)}",
        caveat=NOTE,
        description=f"{counted(len(table.rows), 'actor')} on the ladder. {said}",
        table=table,
    )


def _stand(pull: Pull) -> Stand:
    low, high = pull.positions
    words = sentence(
        f"{_name(pull)}: {pull.position:.2f} (raters {_range(pull)}), "
        f"{percent_text(pull.lever)} of all weight, pull {signed_text(pull.pull, 2)} rungs"
    )
    return Stand(_name(pull), pull.position, low, high, pull.lever, words)


def _range(pull: Pull) -> str:
    low, high = (tenth_text(each) for each in pull.positions)
    return low if low == high else f"{low} to {high}"


def _name(pull: Pull) -> str:
    return pull.actor[:1].upper() + pull.actor[1:]
