from datetime import UTC, date, datetime

from explorer.domain.atlas import Atlas
from explorer.pages.evidence_uses import own_uses_of, uses_of
from explorer.pages.view import VIEWS, Target
from explorer.workspace.document import OwnForecast, Resolution, Workspace
from explorer.workspace.forecasts import put_forecast, resolve_question


def test_every_rating_text_note_and_question_that_cites_an_item_is_listed(atlas: Atlas) -> None:
    for item in atlas.evidence[::25]:
        groups = {each.heading.split(" · ")[0]: each.uses for each in uses_of(atlas, item.id)}
        counts = {
            "Ratings": sum(item.id in each.evidence_ids for each in atlas.ratings),
            "Texts of the grid": sum(item.id in each.evidence_ids for each in atlas.cells),
            "Conclusions": sum(item.id in x.counter_evidence_ids for x in atlas.conclusions),
            "Notes": sum(
                item.id in each.evidence_ids or f"[{item.id}]" in each.body for each in atlas.notes
            ),
            "Forecast questions": sum(item.id in each.evidence_ids for each in atlas.questions),
        }
        assert {key: len(groups.get(key, ())) for key in counts} == counts


def test_every_kind_of_use_is_met_in_the_pack_and_every_goal_can_be_reached(atlas: Atlas) -> None:
    met: set[str] = set()
    views = {name for name, _ in VIEWS}
    questions = {each.id for each in atlas.questions}
    for item in atlas.evidence:
        for group in uses_of(atlas, item.id):
            met.add(group.heading.split(" · ")[0])
            for use in group.uses:
                assert use.title
                if isinstance(use.goal, Target):
                    assert not use.goal.iso3 or use.goal.iso3 in atlas.country_by_iso3
                else:
                    view, _, question = use.goal.partition(":")
                    assert view in views | {""}
                    assert question in questions | {""}
    assert met == {
        "Ratings",
        "Texts of the grid",
        "Conclusions",
        "Notes",
        "Forecast questions",
        "Competing hypotheses",
    }


def test_a_note_on_a_cell_s_factor_leads_to_the_factor(atlas: Atlas) -> None:
    note = next(each for each in atlas.notes if each.about == ("factor:iran_wedge",))
    cited = note.evidence_ids[0]
    uses = {use.title: use.goal for group in uses_of(atlas, cited) for use in group.uses}
    assert uses[note.title] == Target("factor", factor="iran_wedge")


def test_an_item_that_is_not_the_pack_s_has_no_uses(atlas: Atlas) -> None:
    assert uses_of(atlas, "U001") == ()


def test_what_the_user_resolved_or_foretold_with_an_item_is_a_use_of_it() -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    resolution = Resolution("Q02", "no", date(2026, 11, 1), ("E169", "U001"), "Nothing was signed")
    forecast = OwnForecast("F001", "Q19", "", 0.2, now, "As [E169] says")
    workspace = put_forecast(resolve_question(Workspace(), resolution), forecast)
    (group,) = own_uses_of(workspace, "E169")
    assert group.heading == "Your record · 2"
    assert [use.goal for use in group.uses] == ["record:Q02", "record:Q19"]
    assert group.uses[0].words == "Resolved as no, 1 Nov 2026. Nothing was signed"
    assert len(own_uses_of(workspace, "U001")) == 1
    assert own_uses_of(workspace, "E16") == ()
