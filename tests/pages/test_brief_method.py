from explorer.analysis.fit import fit_beta
from explorer.analysis.intervals import DRAWS, SEED
from explorer.domain.atlas import Atlas
from explorer.pages.brief_method import markdown_sections, method_passages
from explorer.pages.outlook import all_intervals, compose_outlook
from explorer.pages.words import country_name, listing
from explorer.workspace.document import Workspace


def test_a_note_is_split_at_its_headings_and_freed_of_its_marks() -> None:
    body = "Before.\n\n## One\n\nA *b* **c** [E012].\n\n- x: 1\n- y: 2\n\n## Two\n\nEnd.\n"
    assert markdown_sections(body) == {"One": "A b c. x: 1; y: 2.", "Two": "End."}


def told_method(atlas: Atlas) -> str:
    outlook = compose_outlook(atlas, Workspace())
    passages = method_passages(atlas, outlook, all_intervals(outlook))
    return " ".join(passage.body.text for passage in passages)


def test_the_method_tells_how_beta_was_fitted_and_where_it_fits_worst(atlas: Atlas) -> None:
    told, fit = told_method(atlas), fit_beta(atlas)
    assert f"Beta is {fit.beta:.2f}, fitted to {len(fit.residuals)} judged moves" in told
    assert f"standard error {fit.error:.2f}" in told
    names = [country_name(atlas, group.name) for group in fit.states[:3]]
    assert f"it fits worst for {listing(names)}" in told
    assert f"{DRAWS:,} drawn worlds (random numbers begin at {SEED})" in told


def test_the_method_tells_bands_grades_and_both_cautions(atlas: Atlas) -> None:
    told = told_method(atlas)
    for words in (
        "roughly even chance: 45 to 55",
        "1 confirmed elsewhere",
        "All four used one body of evidence",
        "hindsight cannot be fully put aside",
        "low means few, old or conflicting sources",
    ):
        assert words in told
    assert "*" not in told
