"""The fit of the model: beta, how sure it is, what it was fitted to, and where it fits worst."""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.analysis.fit import LEAST, MOST, Fit, GroupFit, Residual
from explorer.analysis.likelihood import NO_BREAK_SPACE, percent_text
from explorer.analysis.odds import move
from explorer.domain.as_of import written_on
from explorer.domain.atlas import Atlas
from explorer.pages.charts import Caption, FitChart, FitPoint
from explorer.pages.detail import Fact
from explorer.pages.numbers import number_text, signed_text
from explorer.pages.outlook import Outlook
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.words import (
    counted,
    country_name,
    country_names,
    day_words,
    listing,
    mid_sentence,
    number_word,
)

WORST = 3
"""How many of the worst-fitted states are named."""
NEAR = 0.15
"""A state's own slope this near to beta, as a share of it, counts as about the same."""
NOTE = (
    "Each state, scenario and event is fitted by itself too. “About right” says that its own "
    f"slope is within {100 * NEAR:.0f}{NO_BREAK_SPACE}% of beta. A miss is the judged move less "
    "that by beta, in log-odds; the typical miss is the root of the mean square."
)
_TENTH_OF_WEIGHT = 0.1 / 4.0
_HEADING = "How far a change moves a forecast"


@dataclass(frozen=True, slots=True)
class FitPart:
    """Beta and what it rests on.

    `figures` are beta, its errors, R squared and the moves used; `sentences` say what they mean,
    the last ones where one beta fits badly. `groups` fits each state, scenario and cut by itself,
    the worst first; `residuals` lists every move, the worst fitted first.
    """

    heading: str
    chart: FitChart
    figures: tuple[Fact, ...]
    sentences: tuple[str, ...]
    groups: Table
    residuals: Table
    note: str


def compose_fit(atlas: Atlas, outlook: Outlook) -> FitPart:
    """Compose the fit of the model to the raters' scenarios, as pooled now."""
    fit = outlook.ground.fit
    residuals = residual_table(atlas, fit)
    sentences = (_meaning(fit), *_unevenness(atlas, fit))
    return FitPart(
        heading=_HEADING,
        chart=_chart(atlas, fit, residuals, sentences),
        figures=fit_figures(fit),
        sentences=sentences,
        groups=group_table(atlas, fit),
        residuals=residuals,
        note=NOTE,
    )


def fit_figures(fit: Fit) -> tuple[Fact, ...]:
    """Give beta, its standard errors, R squared and the moves used, each with its words."""
    used, total = len(fit.residuals), len(fit.residuals) + fit.left_out
    low, high = (f"{100 * bound:.0f}" for bound in (LEAST, MOST))
    return (
        Fact("Beta", f"{fit.beta:.1f} in log-odds for each whole unit of propensity", None),
        Fact(
            "Standard error",
            f"{fit.error:.1f} if all moves were independent; {fit.clustered:.1f} with the errors "
            f"of one state tied, from {number_word(len(fit.states))} states only. The intervals "
            "use the larger",
            None,
        ),
        Fact(
            "R squared",
            f"{fit.r_squared:.2f}, about zero and not about the mean, so it is not to be compared "
            "with that of a line with an intercept",
            None,
        ),
        Fact(
            "Moves",
            f"{used} used of {total}; {fit.left_out} left out, where a probability lies outside "
            f"{low} to {high}{NO_BREAK_SPACE}%",
            None,
        ),
    )


def group_table(atlas: Atlas, fit: Fit) -> Table:
    """Fit each state, scenario and cut by itself, the worst fitted first in each kind."""
    scenarios = {scenario.id: scenario.title for scenario in atlas.scenarios}
    named = (
        *((country_name(atlas, group.name), group) for group in fit.states),
        *((scenarios.get(group.name, group.name), group) for group in fit.scenarios),
        *((_cut_words(atlas, int(group.name)), group) for group in fit.cuts),
    )
    rows = tuple(
        (
            name,
            str(group.points),
            NO_VALUE if group.beta is None else number_text(group.beta, 1),
            f"{group.error:.2f}",
            signed_text(group.bias, 2),
            _verdict(group, fit.beta),
        )
        for name, group in named
    )
    columns = ("Fitted alone", "Moves", "Own slope", "Typical miss", "Mean miss", "One beta")
    return Table(columns, rows, (False, True, True, True, True, False))


def residual_table(atlas: Atlas, fit: Fit) -> Table:
    """List every judged move with what beta makes of it, the worst fitted first."""
    rows = tuple(
        (
            country_name(atlas, each.point.iso3),
            _scenario(atlas, each),
            _cut_words(atlas, each.point.place),
            signed_text(each.point.change, 3),
            f"{_exact(each.point.before)} to {_exact(each.point.after)}",
            signed_text(each.point.moved, 2),
            signed_text(each.fitted, 2),
            signed_text(each.value, 2),
        )
        for each in fit.worst
    )
    columns = (
        "State",
        "Scenario",
        "Event",
        "Propensity",
        "Judged",
        "Log-odds",
        "By beta",
        "Miss",
    )
    return Table(columns, rows, (False, False, False, True, True, True, True, True))


def _meaning(fit: Fit) -> str:
    """Say what beta does to an even chance."""
    moved = percent_text(move(0.5, fit.beta * _TENTH_OF_WEIGHT))
    return (
        "A rating moved by one scale point, on a factor that holds a tenth of all weight, takes "
        f"an even chance to {moved}."
    )


def _unevenness(atlas: Atlas, fit: Fit) -> tuple[str, ...]:
    """Say that one beta does not fit all states alike, and what that means for the worst."""
    worst = [group for group in fit.states[:WORST] if group.beta is not None]
    if not worst:
        return ()
    names = listing(country_names(atlas, [group.name for group in worst]))
    return (
        f"One beta does not fit all states alike; it fits {names} worst.",
        *(_state_sentence(atlas, group, fit.beta) for group in worst),
    )


def _state_sentence(atlas: Atlas, group: GroupFit, beta: float) -> str:
    name = country_name(atlas, group.name)
    slope = 0.0 if group.beta is None else group.beta
    head = f"{name}: its own slope is {number_text(slope, 1)}, that of all is {beta:.1f}"
    kind = _kind(slope, beta)
    if kind == "far":
        return f"{head}, so a forecast moves it further than the raters would."
    if kind == "short":
        return f"{head}, so a forecast moves it less far than the raters would."
    return f"{head}, about the same, but its moves scatter widely about the line."


def _verdict(group: GroupFit, beta: float) -> str:
    if group.beta is None:
        return NO_VALUE
    kinds = {"far": "moves it too far", "short": "moves it too little", "near": "about right"}
    return kinds[_kind(group.beta, beta)]


def _kind(slope: float, beta: float) -> str:
    """Say whether one beta moves a group too `far`, too `short` or `near` its own slope."""
    if abs(slope - beta) <= NEAR * abs(beta):
        return "near"
    return "far" if slope < beta else "short"


def _chart(atlas: Atlas, fit: Fit, table: Table, sentences: Sequence[str]) -> FitChart:
    codes = tuple(dict.fromkeys(each.point.iso3 for each in fit.residuals))
    points = tuple(_point(atlas, each) for each in fit.residuals)
    caption = Caption(
        title="Judged moves and the line fitted to them",
        unit=(
            "a mark a judged move, the states' marks set slightly aside; band: one standard error"
        ),
        source=(
            f"Source: pooled ladders under each scenario, judged {day_words(written_on(atlas))}"
        ),
        caveat=" ".join(sentences),
        description=(
            f"{counted(len(points), 'judged move')} of {counted(len(codes), 'state')} and the "
            f"line through the origin with slope {fit.beta:.1f}."
        ),
        table=table,
    )
    return FitChart(
        caption=caption,
        x_title="Change in propensity",
        y_title="Change in log-odds",
        points=points,
        slope=fit.beta,
        names=tuple((iso3, country_name(atlas, iso3)) for iso3 in codes),
        error=fit.spread,
    )


def _point(atlas: Atlas, each: Residual) -> FitPoint:
    point = each.point
    cut = mid_sentence(_cut_words(atlas, point.place))
    words = (
        f"{country_name(atlas, point.iso3)}, {_scenario(atlas, each)}, {cut}: propensity "
        f"{signed_text(point.change, 3)}, "
        f"log-odds {signed_text(point.moved, 2)}, by beta {signed_text(each.fitted, 2)}"
    )
    return FitPoint(point.iso3, point.change, point.moved, words)


def _scenario(atlas: Atlas, each: Residual) -> str:
    key = each.point.scenario
    return next((scenario.title for scenario in atlas.scenarios if scenario.id == key), key)


def _cut_words(atlas: Atlas, place: int) -> str:
    return f"At least {mid_sentence(atlas.rungs[place].title)}"


def _exact(probability: float) -> str:
    """Give a probability to a tenth of a per cent: a fit needs more than a forecast may show."""
    return f"{100 * probability:.1f}{NO_BREAK_SPACE}%"
