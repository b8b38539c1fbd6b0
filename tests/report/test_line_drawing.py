from explorer.pages.charts import Caption, Line, LineChart
from explorer.pages.tables import Table
from explorer.report.pictures import plate_svg

_YEARS = tuple(range(2000, 2010))


def drawn(thin: tuple[bool, ...]) -> str:
    line = Line("KAZ", "Kazakhstan", _YEARS, tuple(map(float, range(10))), ("",) * 10, thin)
    caption = Caption("Agreement", "%", "", "", "", Table((), (), ()))
    return plate_svg(LineChart(caption, (line,), from_zero=True, decimals=0), 300, 160).decode()


def test_values_that_little_stands_behind_wear_hollow_marks() -> None:
    plain = drawn(())
    hollow = drawn((True, *(False,) * 8, True))
    assert plain != hollow
    # A mark more: that of the first year; the last year's takes the place of its full one.
    assert hollow.count("<use") == plain.count("<use") + 1


def test_a_line_of_which_nothing_is_known_to_be_thin_is_drawn_as_before() -> None:
    assert drawn(()) == drawn((False,) * 10)
