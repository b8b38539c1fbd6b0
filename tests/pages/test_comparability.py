from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.comparability import Figure, Kind, Rival, compare
from explorer.pages.comparability import (
    MARKS,
    Comparison,
    Named,
    basis_note,
    compare_figures,
    pair_cell,
    row_cell,
)
from explorer.pages.words import EN_DASH

FIGURE = Figure("gini", "wb", 2024, 30.0, pace=1.0)
ONE = Named("Azerbaijan", FIGURE, "30", "World Bank")
OTHER = Named("Kazakhstan", replace(FIGURE, value=40.0), "40", "World Bank")
THIRD = Named("Tajikistan", replace(FIGURE, value=10.0), "10", "World Bank")


def changed(named: Named, **change: object) -> Named:
    return replace(named, figure=replace(named.figure, **change))


def marks(found: Comparison) -> list[tuple[Kind, bool]]:
    return [(each.kind, each.withholds) for each in found.cautions]


def test_every_kind_has_a_letter_of_its_own() -> None:
    assert len(set(MARKS.values())) == len(MARKS) == 7


def test_a_pair_that_may_be_compared_is_told_by_the_figures_shown() -> None:
    found = compare_figures((ONE, OTHER))
    assert found.cautions == ()
    assert found.words == "The latest figure is higher for Kazakhstan than for Azerbaijan."
    same = replace(OTHER, text="30")
    assert compare_figures((ONE, same)).words == "The latest figures are level."


def test_a_withheld_comparison_gives_its_reasons() -> None:
    old = changed(OTHER, year=2010, caveat="Doubted.")
    found = compare_figures((ONE, old))
    assert marks(found) == [("year", True), ("caveat", True)]
    assert found.words == (
        "Not called higher or lower: the years lie too far apart and a caveat names Kazakhstan."
    )
    assert found.cautions[0].words == "Latest years differ: Azerbaijan 2024, Kazakhstan 2010."
    assert found.cautions[1].words == "A caveat names Kazakhstan: Doubted."
    assert found.cautions[1].detail == ""


def test_a_caveat_too_long_to_stand_beside_its_badge_is_its_detail() -> None:
    long = f"Doubted by {'many ' * 30}readers. And more."
    [caution] = compare_figures((ONE, changed(OTHER, caveat=long))).cautions
    assert (caution.words, caution.detail) == ("A caveat names Kazakhstan.", long)
    [two] = compare_figures((ONE, changed(OTHER, caveat="Doubted. By many."))).cautions
    assert (two.words, two.detail) == ("A caveat names Kazakhstan: Doubted.", "By many.")


def test_what_a_higher_value_means_is_said_once_behind_the_comparison() -> None:
    found = compare_figures((replace(ONE, means="more unequal"), OTHER))
    assert found.words == (
        "The latest figure is higher for Kazakhstan than for Azerbaijan. "
        "A higher value means: more unequal."
    )


def test_the_word_is_withheld_where_another_figure_orders_the_two_the_other_way() -> None:
    one = changed(ONE, rivals=(Rival("CIA", 2024, 50.0),))
    other = changed(OTHER, rivals=(Rival("CIA", 2024, 45.0),))
    found = compare_figures((one, other))
    assert marks(found) == [("rival", True)]
    assert found.words == (
        "Not called higher or lower: another figure for this quantity orders the two the other "
        "way."
    )
    assert found.cautions[0].words == (
        "Another figure for this quantity puts the other way round, against Azerbaijan: "
        "Kazakhstan (CIA, 2024)."
    )


def test_the_number_behind_a_share_stands_with_it_and_so_does_its_interval() -> None:
    one = replace(changed(ONE, interval=(1.4, 33.3)), backing="13 votes")
    other = replace(changed(OTHER, interval=(11.8, 48.8)), backing="19 votes")
    found = compare_figures((one, other))
    assert found.words == (
        "Not called higher or lower: the intervals meet (Azerbaijan 13 votes, Kazakhstan 19 "
        "votes)."
    )
    assert found.cautions[0].words == (
        "Intervals meet (95 %, after Wilson 1927): Azerbaijan 1–33 % (13 votes), "
        "Kazakhstan 12–49 % (19 votes)."
    )
    apart = changed(other, interval=(40.0, 60.0))
    assert compare_figures((one, apart)).words == (
        "The latest figure is higher for Kazakhstan (19 votes) than for Azerbaijan (13 votes)."
    )
    assert "Kazakhstan (19 votes; intervals meet)" in compare_figures((one, other, apart)).words


def test_of_several_states_each_is_told_against_the_first() -> None:
    old = changed(replace(THIRD, name="Turkmenistan"), year=1999)
    found = compare_figures((ONE, OTHER, THIRD, old))
    assert found.words == (
        "Latest figures, against Azerbaijan: higher for Kazakhstan; lower for Tajikistan; not "
        "called higher or lower for Turkmenistan (years)."
    )
    assert found.cautions[0].words == "Latest years differ: Turkmenistan 1999, the others 2024."


def test_sources_that_differ_are_named_with_their_states() -> None:
    other = replace(changed(THIRD, source="cia"), source="CIA")
    found = compare_figures((ONE, OTHER, other))
    assert marks(found) == [("source", True)]
    assert found.cautions[0].words == (
        "Sources differ: World Bank for Azerbaijan and Kazakhstan; CIA for Tajikistan."
    )


def test_models_warn_and_do_not_withhold() -> None:
    found = compare_figures((changed(ONE, basis="modelled"), changed(OTHER, basis="modelled")))
    assert marks(found) == [("modelled", False)]
    assert found.words.startswith("The latest figure is higher")
    mixed = compare_figures((changed(ONE, basis="surveyed"), changed(OTHER, basis="modelled")))
    assert marks(mixed) == [("modelled", True)]
    assert "surveyed for Azerbaijan" in mixed.cautions[0].words


def test_intervals_that_meet_say_so() -> None:
    found = compare_figures((changed(ONE, interval=(25, 36)), changed(OTHER, interval=(35, 44))))
    assert marks(found) == [("overlap", True)]
    assert found.words == "Not called higher or lower: the intervals meet."


def test_a_partner_not_listed_is_not_zero() -> None:
    absent = Named(
        "Kazakhstan",
        Figure("gini", "", 2023, None, absence="small"),
        "",
        partner="Israel",
        listed="2023, smallest 5 %",
    )
    unlisted = Named("Tajikistan", Figure("gini", "", 0, None, absence="unlisted"), "")
    found = compare_figures((ONE, absent, unlisted))
    assert marks(found) == [("absent", True)]
    assert found.cautions[0].words == (
        "Israel is not among the partners listed for Kazakhstan (2023, smallest 5 %), which is "
        "not zero. No list of partners was found for Tajikistan."
    )


def test_a_caveat_against_ranking_names_no_state() -> None:
    figures = [
        replace(changed(each, caveat="Do not rank."), warned=False) for each in (ONE, OTHER)
    ]
    found = compare_figures(figures)
    assert found.cautions[0].words == "A caveat bears on all states: Do not rank."
    assert found.words == "Not called higher or lower: a caveat bears on all states."


def test_nothing_is_said_of_a_lone_figure_or_of_one_that_was_not_found() -> None:
    missing = changed(OTHER, value=None)
    assert compare_figures((ONE,)) == compare_figures((ONE, missing)) == Comparison()
    assert compare_figures(()) == compare_figures((missing, ONE)) == Comparison()


def test_cells_of_a_table_say_yes_with_care_or_no() -> None:
    assert pair_cell(compare(ONE.figure, OTHER.figure)) == "yes"
    old = changed(OTHER, year=2010, caveat="Doubted.")
    assert pair_cell(compare(ONE.figure, old.figure)) == "no: years, caveat"
    modelled = changed(OTHER, basis="modelled")
    assert pair_cell(compare(ONE.figure, modelled.figure)) == "with care: modelled"
    assert row_cell(ONE, [old, THIRD]) == "not Kazakhstan (years, caveat)"
    assert row_cell(ONE, [modelled, THIRD]) == "with care: modelled"
    assert row_cell(ONE, [OTHER, THIRD]) == "yes"
    assert row_cell(ONE, [OTHER]) == "yes"
    assert row_cell(None, [OTHER]) == row_cell(ONE, []) == EN_DASH


def test_a_basis_that_is_not_recorded_is_said_to_be_so() -> None:
    assert basis_note("") == "modelled or reported: not recorded"
    assert basis_note("modelled") == "modelled or reported: modelled"


@given(
    st.integers(1990, 2025),
    st.sampled_from(("", "modelled", "surveyed")),
    st.sampled_from(("", "Doubted.")),
    st.floats(0, 100),
)
def test_the_words_higher_and_lower_appear_only_where_nothing_withholds_them(
    year: int, basis: str, caveat: str, value: float
) -> None:
    other = changed(
        replace(OTHER, text=str(value)), year=year, basis=basis, caveat=caveat, value=value
    )
    found = compare_figures((ONE, other))
    withheld = any(each.withholds for each in found.cautions)
    assert found.words.startswith("Not called higher or lower: ") == withheld


def test_what_was_looked_at_is_said_where_nothing_sets_figures_apart() -> None:
    assert compare_figures((ONE, OTHER, THIRD)).checked == (
        "Alike in year (2024), source and definition; no caveat names one of them; modelled or "
        "reported: not recorded; no intervals on record."
    )
    old = changed(OTHER, year=2010, caveat="Doubted.", basis="modelled")
    assert compare_figures((changed(ONE, basis="modelled"), old)).checked == (
        "Alike in source and definition; no intervals on record."
    )


def test_where_nobody_may_be_compared_and_all_for_one_reason_it_is_said_once() -> None:
    figures = (ONE, changed(OTHER, year=2000), changed(THIRD, year=2001))
    assert (
        compare_figures(figures).words
        == "None is called higher or lower than Azerbaijan's (years)."
    )


def test_judgements_of_experts_warn_by_their_name() -> None:
    figures = (changed(ONE, basis="judged by experts"), changed(OTHER, basis="judged by experts"))
    [caution] = compare_figures(figures).cautions
    assert not caution.withholds
    assert caution.words == (
        "Judgements of experts: some of a difference may lie in how the figures are made."
    )
