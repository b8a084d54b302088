"""A broken, huge, newer or hostile file is refused with a sentence that says where and what to do."""

import json
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from schemas.language import LANGUAGES, words
from schemas.plan import Plan
from wizard.files.dump import dump_plan
from wizard.files.plan_file import parse_plan, read_plan
from wizard.files.trouble import BrokenFile, CannotRead

CASES = {
    "alias": ("front:\n  title: *plan", 2),
    "anchor": ("front:\n  title: &plan Plan", 2),
    "tag": ("front: !!python/object:os.system {}", 1),
    "no_key": ("front:\n  [a]: b", 2),
    "duplicate_key": ("front:\n  title: a\n  title: b", 3),
    "many_documents": ("front: {}\n---\nfront: {}", 2),
    "too_deep": ("a: " + "[" * 30 + "]" * 30, 1),
    "text_too_long": ("front:\n  title: " + "a" * 200_001, 2),
    "too_many": ("- a\n" * 250_000, 100_000),
    "control": ("front:\n  title: a\x07", 2),
    "not_a_plan": ("- front", 1),
    "syntax_colon": ("front:\n  title: Plan: udkast", 2),
    "syntax_start": ("front:\n  title: @plan", 2),
    "syntax_quote": ("front:\n  title: 'Plan", 2),
    "syntax_tab": ("front:\n\ttitle: Plan", 2),
    "syntax_indent": ("front:\n  title: a\n 'b': c", 3),
    "syntax_no_colon": ("front: {}\nstrategy\nunderstanding: {}", 2),
    "syntax_escape": ('front:\n  title: "C:\\qplan"', 2),
    "syntax_bracket": ("front: [", 1),
    "syntax_dash": ("front: - title", 1),
    "syntax": ("front:\n  title: >plan", 2),
    "newer": ("front: {}\nschema_version: 99", 2),
    "unknown_key_near": ("front:\n  titel: Plan", 2),
    "unknown_key": ("front:\n  qqqqqq: Plan", 2),
    "wrong_choice": ("front:\n  kind: roman", 2),
    "wrong_date": ("strategy:\n  goals:\n  - due: juni 2026", 3),
    "wrong_time": ("saved:\n  at: i går", 2),
    "wrong_flag": ("organisation:\n  contacts:\n  - public: ja", 3),
    "wrong_number": ("saved:\n  seq: mange", 2),
    "wrong_text": ("front:\n  title: [a]", 2),
    "wrong_list": ("understanding:\n  forms: mixed", 2),
    "wrong_group": ("front: Plan", 1),
    "wrong_id": ("strategy:\n  goals:\n  - id: 7", 3),
}


def _refusal(data: bytes, name: str = "") -> BrokenFile:
    with pytest.raises(BrokenFile) as raised:
        parse_plan(data, name)
    return raised.value


@pytest.mark.parametrize("key", CASES)
def test_what_is_wrong_is_said_with_its_line(key):
    text, line = CASES[key]
    broken = _refusal(text.encode())
    assert broken.key == f"files.{key}"
    assert broken.line is not None
    assert abs(broken.line - line) <= 1
    assert broken.sentence(words("da")).startswith(f"Linje {broken.line}")
    assert broken.sentence(words("en")).startswith(f"Line {broken.line}")


def test_the_field_is_named_by_its_labels():
    said = _refusal(b"strategy:\n  goals:\n  - text: a\n  - due: 35. juni\n").sentence(words("da"))
    labels = (words("da").field("Plan", "strategy")["label"], words("da").field("Goal", "due")["label"])
    assert said.startswith(f"Linje 4, {labels[0]} › ")
    assert f" 2 › {labels[1]}: »35. juni« " in said
    assert "2026-06-01" in said


def test_the_choices_are_listed_with_their_labels():
    said = _refusal(b"strategy:\n  goals:\n  - task: gernal\n").sentence(words("en"))
    assert f"general ({words('en').choice('Task', 'general')})" in said


def test_a_misspelt_field_gets_a_suggestion():
    broken = _refusal(b"front:\n  munincipality: Testby\n")
    assert broken.values == {"found": "munincipality", "near": "municipality"}
    assert broken.field == ("front",)


def test_the_first_of_several_faults_is_told_and_the_others_counted():
    broken = _refusal(b"strategy: a\nfront:\n  kind: roman\n  titel: b\n")
    assert (broken.line, broken.more) == (1, 2)
    assert broken.sentence(words("da")).endswith("Der er 2 fejl mere i filen.")


def test_what_was_found_is_shortened_and_shown_on_one_line():
    broken = _refusal(b'front:\n  kind: "' + b"a" * 500 + b'\\n\\t"\n')
    assert len(str(broken.values["found"])) <= 60
    assert _refusal(b'front:\n  kind: "a\\nb"\n').values["found"] == "a\\nb"


def test_a_control_character_written_as_an_escape_is_refused_too():
    assert _refusal(b'front:\n  title: "a\\x00b"\n').key == "files.control"
    assert _refusal(b'{"front": {"title": "a\\u0000b"}}', "a.json").key == "files.control"
    assert _refusal(b'{"front": {"title": "\\ud800"}}', "a.json").key == "files.control"


def test_latin_1_is_refused_with_the_line():
    broken = _refusal("front:\n  title: Ærø\n".encode("latin-1"))
    assert (broken.key, broken.line) == ("files.not_utf8", 2)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"front": }', "json_syntax"),
        ('{"front": {"title": "a", "title": "b"}}', "duplicate_key"),
        ("[" * 100_000, "too_deep"),
        ('{"a": ' * 25 + "1" + "}" * 25, "too_deep"),
        ('{"a": NaN}', "not_json_number"),
        ('{"saved": {"seq": ' + "9" * 5000 + "}}", "no_number"),
        ("[" + "1," * 100_000 + "1]", "too_many"),
        ('{"front": {"title": "' + "a" * 200_001 + '"}}', "text_too_long"),
        ('{"schema_version": 2000}', "newer"),
        ('{"front": {"title": true}}', "wrong_text"),
        ("3", "not_a_plan"),
    ],
)
def test_json_is_held_to_the_same(text, key):
    broken = _refusal(text.encode(), "a.plan.json")
    assert broken.key == f"files.{key}"
    assert broken.sentence(words("da"))


def test_a_fault_in_json_has_its_line():
    assert _refusal(b'{\n  "front": {\n    "kind": "roman"\n  }\n}\n', "a.json").line == 3


def test_a_file_of_more_than_five_megabytes_is_refused(tmp_path):
    path = tmp_path / "stor.plan.yaml"
    path.write_bytes(b"#" * 5_000_001)
    with pytest.raises(BrokenFile) as raised:
        read_plan(path)
    assert "5 MB" in raised.value.sentence(words("da"))


def test_a_hostile_file_is_refused_quickly():
    start = time.monotonic()
    for text in ("[" * 5_000_000, "{a: " * 1_000_000, "? " * 2_000_000, "strategy: {goals: [" + "a," * 95_000 + "]}"):
        _refusal(text.encode())
    assert time.monotonic() - start < 20


def test_a_refused_file_is_left_untouched(tmp_path):
    path = tmp_path / "a.plan.yaml"
    path.write_bytes(b"front: *a\n")
    before = path.stat()
    with pytest.raises(BrokenFile):
        read_plan(path)
    assert path.read_bytes() == b"front: *a\n"
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_file_that_is_not_there_or_no_file_is_said(tmp_path):
    for path, key in ((tmp_path / "a.plan.yaml", "not_there"), (tmp_path, "not_a_file")):
        with pytest.raises(CannotRead) as raised:
            read_plan(path)
        assert raised.value.key == f"files.{key}"
        assert path.name in raised.value.sentence(words("da"))


def test_every_refusal_has_its_sentence_in_both_languages():
    for language in LANGUAGES:
        for key in CASES:
            assert words(language).has(f"files.{key}")


def test_values_are_read_as_they_were_typed():
    plan = parse_plan(
        b"organisation:\n  contacts:\n  - phone: 0112\n    hours: 12:30\n    role: ja\n    unit: 1_000\n"
        b"    checked_on: 1/6 2026\n    public: true\n"
    )
    contact = plan.organisation.contacts[0]
    assert (contact.phone, contact.hours, contact.role, contact.unit) == ("0112", "12:30", "ja", "1_000")
    assert (contact.checked_on.isoformat(), contact.public) == ("2026-06-01", True)


@pytest.mark.parametrize("data", [b"", b"\n", b"# kun en note\n", b"\xef\xbb\xbf", b"---\n", b"null\n", b"front:\n"])
def test_an_empty_file_is_an_empty_plan(data):
    assert parse_plan(data) == Plan()


def test_a_byte_order_mark_and_windows_line_ends_are_no_trouble():
    assert parse_plan(b"\xef\xbb\xbffront:\r\n  title: Plan\r\n").front.title == "Plan"


def test_records_without_ids_get_the_same_ids_each_time():
    data = b"strategy:\n  goals:\n  - text: a\n  - text: b\n"
    goals = parse_plan(data).strategy.goals
    assert len({goal.id for goal in goals}) == 2
    assert parse_plan(data).strategy.goals == goals


def _reads_or_refuses(data: bytes, name: str) -> None:
    try:
        plan = parse_plan(data, name)
    except BrokenFile as broken:
        sentences = [broken.sentence(words(language)) for language in LANGUAGES]
    else:
        sentences = [str(plan.schema_version)]
    assert all(sentences)


_ALPHABET = st.sampled_from(
    ["a", ":", " ", "\n", "-", "'", '"', "[", "]", "{", "}", "&", "*", "!", "|", ">", "#", "%", "?", "\t", ",", "\\x",
     "<<", "front", "title", "strategy", "goals", "due", "reasons", "schema_version", "1", "null",
     "\u2028", "\x85", "\\U00110000"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.lists(_ALPHABET, max_size=40).map(lambda parts: "".join(parts).encode()))
@example(b'"\\UFFFFFFFF"')
@example(b"%YAML 3.0\n---\na: b")
@example(b"%TAG ! x\n---\na: b")
@example(b"\xff\xfea\x00")
def test_any_bytes_load_or_are_refused(data):
    _reads_or_refuses(data, "a.plan.yaml")
    _reads_or_refuses(data, "a.plan.json")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=75, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*Plan.model_fields]),
        _JSON | st.dictionaries(st.sampled_from(["goals", "title", "contacts", "vision"]), _JSON, max_size=3),
    )
)
def test_any_data_in_a_plans_parts_loads_or_is_refused(data):
    _reads_or_refuses(json.dumps(data).encode(), "a.plan.json")
    _reads_or_refuses(json.dumps(data).encode(), "a.plan.yaml")


@settings(max_examples=75, deadline=None)
@given(st.integers(0, 400), st.integers(1, 3), st.sampled_from(["", "\t", ":", "'", "&a ", "- ", "\n"]))
def test_a_damaged_plan_loads_or_is_refused(place, length, put):
    data = dump_plan(Plan())
    _reads_or_refuses(data[:place] + put.encode() + data[place + length :], "a.plan.yaml")
