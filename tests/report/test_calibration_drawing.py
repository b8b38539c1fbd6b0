import pytest

from explorer.pages.charts import CalibrationChart, CalibrationPoint, Caption
from explorer.pages.tables import Table
from explorer.report.calibration_drawing import CALIBRATION_HEIGHT
from explorer.report.drawing import natural_height
from explorer.report.pictures import picture_svg
from explorer.style import DARK, LIGHT

CAPTION = Caption("Calibration", "bins", "", "", "", Table((), (), ()))
POINTS = (CalibrationPoint(0.1, 0.25, 4, ""), CalibrationPoint(0.95, 0.9, 16, ""))
CHART = CalibrationChart(CAPTION, POINTS, (0.0, 0.2, 0.4, 0.6, 0.8, 1.0), 0.6)


@pytest.mark.parametrize("words", ["n 4", "n 16", "20", "100", "Share that came true, %"])
def test_counts_and_axes_stand_as_text_in_the_picture(words: str) -> None:
    assert f">{words}<" in picture_svg(CHART, LIGHT).decode()


def test_the_colours_are_those_of_the_theme() -> None:
    picture = picture_svg(CHART, DARK).decode()
    assert DARK.accent in picture
    assert LIGHT.accent not in picture


def test_a_chart_without_points_is_still_a_diagonal() -> None:
    assert b"<svg" in picture_svg(CalibrationChart(CAPTION, (), (0.0, 1.0), 0.5), LIGHT)


def test_it_has_a_height_of_its_own() -> None:
    assert natural_height(CHART) == CALIBRATION_HEIGHT
