"""Draw chart values on the screen: the only home of pyqtgraph."""
