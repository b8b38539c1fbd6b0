from explorer.ui.widgets.shortcuts import SHORTCUTS, keys_of, native


def test_no_two_actions_share_a_key() -> None:
    keys = [key for shortcut in SHORTCUTS if shortcut.action for key in shortcut.keys]
    assert len(keys) == len(set(keys))


def test_an_actions_keys_are_those_of_the_table() -> None:
    assert [keys.toString() for keys in keys_of("details")] == ["F4"]


def test_every_key_is_written_out() -> None:
    for shortcut in SHORTCUTS:
        assert all(native(keys) for keys in shortcut.keys)
