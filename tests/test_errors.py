from explorer.errors import Fault, JudgementFileError, PackError


def fault(row: int) -> Fault:
    return Fault("data/observations.csv", row, "value", "“many” is not a number", "Give a number")


def test_the_message_of_a_pack_holds_its_faults() -> None:
    assert str(PackError("mine", [fault(2), fault(3)])) == (
        "mine: 2 faults, so nothing was loaded.\n"
        "  data/observations.csv, row 2, field “value”: “many” is not a number. Give a number.\n"
        "  data/observations.csv, row 3, field “value”: “many” is not a number. Give a number."
    )


def test_the_message_shows_the_first_of_very_many_faults_and_says_how_many_more_there_are() -> (
    None
):
    error = PackError("mine", [fault(row) for row in range(2, 51_003)])
    first, *shown, last = str(error).splitlines()
    assert first == "mine: 51,001 faults, so nothing was loaded."
    assert len(shown) == 40
    assert (
        last == "  … and 50,961 more; mend these first, or list all with “country-explorer check”."
    )
    assert len(error.faults) == 51_001


def test_the_message_of_a_judgement_says_that_nothing_was_taken_in() -> None:
    first, *_shown, last = str(JudgementFileError("mine.csv", [fault(2)] * 41)).splitlines()
    assert first == "mine.csv: 41 faults, so nothing was taken in."
    assert last == "  … and 1 more; mend these first."
