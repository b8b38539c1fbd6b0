from explorer.packs.schema import LONG_TABLES, SHORT_TABLES, TABLE_BY_NAME, TABLES


def test_each_table_is_either_short_or_long() -> None:
    assert sorted(SHORT_TABLES + LONG_TABLES, key=str) == sorted(TABLES, key=str)
    assert len(TABLE_BY_NAME) == len(TABLES) == 35


def test_keys_name_columns_of_their_table() -> None:
    for table in TABLES:
        assert set(table.key) <= {field.name for field in table.fields}


def test_references_lead_to_tables_whose_key_is_one_column() -> None:
    targets = {field.refers_to for table in TABLES for field in table.fields if field.refers_to}
    assert targets == {
        "countries",
        "evidence",
        "factors",
        "forecast_questions",
        "indicators",
        "rungs",
        "scenarios",
        "sources",
    }
    assert all(len(TABLE_BY_NAME[target].key) == 1 for target in targets)
