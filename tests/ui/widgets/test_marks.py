from PySide6.QtCore import QPointF

from explorer.style import country_marker
from explorer.ui.widgets.marks import marker_path


def test_each_country_has_a_shape_of_its_own() -> None:
    codes = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK", "ISR")
    centre = QPointF(0, 0)
    shapes = [marker_path(country_marker(iso3), centre, 5) for iso3 in codes]
    assert all(one != other for at, one in enumerate(shapes) for other in shapes[:at])
    assert all(shape.contains(centre) for shape in shapes)
    assert all(shape.boundingRect().width() <= 14 for shape in shapes)
