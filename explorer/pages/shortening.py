"""Long names made short so that two of them can still be told apart."""


def shortened(text: str, most: int) -> str:
    """Give a text of at most so many letters: a longer one loses its middle, and keeps both ends.

    Names often begin alike and differ in their ends: “Thaw in the…with Israel, 2”.
    """
    if len(text) <= most:
        return text
    head = most // 2
    return f"{text[:head].rstrip()}…{text[head + 1 - most :].lstrip()}"
