"""How far the command line lets somebody get: the wizard's options, and what a restricted one refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from calling import PLACE

from schemas.language import words
from wizard.cli.access import access, opening_line, plan_inside
from wizard.cli.exits import Exit, Stop
from wizard.document.reach import REACHABLE

DANISH = words("da")
HELD = ["--restricted", "/srv/planer"]


def refused(line: list[str]) -> Stop:
    with pytest.raises(Stop) as stop:
        access(opening_line(line, DANISH).given, DANISH)  # type: ignore[union-attr]
    return stop.value


@pytest.mark.parametrize(
    "line",
    [
        ["a.plan.yaml", "--name", "SSP", "--read-only", "--components", "measures,stakeholders"],
        ["--components=stakeholders,measures", "--read-only", "a.plan.yaml", "--name=SSP"],
        ["--name", "SSP", "--read-only", "--components", "stakeholders, measures", "--", "a.plan.yaml"],
    ],
)
def test_the_options_may_stand_anywhere(line: list[str]) -> None:
    found = opening_line(line, DANISH)
    assert found is not None
    assert found.file == "a.plan.yaml"
    got = access(found.given, DANISH)
    assert (got.name, got.read_only, got.components) == ("SSP", True, frozenset({"measures", "stakeholders"}))


@pytest.mark.parametrize("line", [["render", "a.plan.yaml"], ["split", "a", "--components", "measures"], ["--help"]])
def test_a_command_line_of_a_command_is_left_to_it(line: list[str]) -> None:
    if line[0] == "split":
        pytest.importorskip("wizard.cli.splitting", reason="comes with the groups")
    assert opening_line(line, DANISH) is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["a.plan.yaml", "--components", "measures,maalgrupper"], "maalgrupper"),
        (["a.plan.yaml", "--components", ","], "measures"),
        (["a.plan.yaml", "--name"], "--name"),
        (["a.plan.yaml", "--name", "--read-only"], "--name"),
        (["a.plan.yaml", "b.plan.yaml", "--read-only"], "én plan ad gangen"),
        (["a.plan.yaml", "--name", "A", "--name", "B"], "to gange"),
        (["--name", "A", "render", "a.plan.yaml"], "hører til guiden"),
    ],
)
def test_what_means_nothing_is_told_in_a_sentence(line: list[str], said: str) -> None:
    stop = refused(line)
    assert stop.code is Exit.USAGE
    assert said in stop.text


@pytest.mark.parametrize(
    "added",
    [
        ["render", "a.plan.yaml", "-o", "/tmp"],
        ["info"],
        ["--help"],
        ["--version"],
        ["--install-completion"],
        ["--restricted", "/"],
        ["--restricted=/"],
        ["--lang", "--restricted"],
        ["a.plan.yaml", "b.plan.yaml"],
        ["--", "render"],
        ["demo", "-o", "/tmp/x"],
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_words_a_client_adds_to_a_restricted_line_open_nothing_but_a_plan(added: list[str], first: bool) -> None:
    """As where a ForceCommand hands SSH_ORIGINAL_COMMAND on, behind its own words or before them."""
    assert refused([*added, *HELD] if first else [*HELD, *added]).code is Exit.USAGE


def test_a_restricted_line_ending_in_another_s_option_is_refused() -> None:
    for option in ("--name", "--components", "-o", "--"):
        assert refused(["a.plan.yaml", option, *HELD]).code is Exit.USAGE


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder to keep to, with plans in it, and others outside."""
    folder = tmp_path / "planer"
    (folder / "under").mkdir(parents=True)
    for path in (folder / "inde.plan.yaml", folder / "under" / "dyb.plan.yaml", tmp_path / "ude.plan.yaml"):
        path.write_text("front:\n  municipality: Prøveby\n", "utf-8")
    (folder / "noter.yaml").write_text("hemmeligt: ja\n", "utf-8")
    (folder / "led.plan.yaml").symlink_to(tmp_path / "ude.plan.yaml")
    (folder / "kreds.plan.yaml").symlink_to(folder / "kreds.plan.yaml")
    (folder / "ud").symlink_to(tmp_path)
    return folder


@pytest.mark.parametrize("name", ["inde.plan.yaml", "under/dyb.plan.yaml", "under/../inde.plan.yaml"])
def test_a_plan_inside_is_found_by_its_name(house: Path, name: str) -> None:
    assert plan_inside(name, house, DANISH).is_relative_to(house)
    assert plan_inside(str(house / name), house, DANISH).is_relative_to(house)


@pytest.mark.parametrize(
    "name",
    [
        "../ude.plan.yaml", "led.plan.yaml", "kreds.plan.yaml", "ud/ude.plan.yaml", "/etc/passwd", "noter.yaml",
        "under", "mangler.plan.yaml", "", "inde.plan.yaml\0", "~/ude.plan.yaml", "a" * 5000 + ".plan.yaml",
    ],
)  # fmt: skip
def test_what_leads_out_is_told_of_like_what_is_not_there(house: Path, name: str) -> None:
    with pytest.raises(Stop) as stop:
        plan_inside(name, house, DANISH)
    assert "Der er ingen plan" in stop.value.text


SHUT = """
import json, os, signal, sys
from pathlib import Path
from wizard.cli.shutting import forget_what_was_sent, shut_in
sys.path.insert(0, "")
forget_what_was_sent()
shut_in(Path(sys.argv[1]))
import resource
print(json.dumps({
    "env": sorted(os.environ), "cwd": os.getcwd(), "user": os.environ["USER"], "home": os.environ["HOME"],
    "ignored": [signal.getsignal(n) is signal.SIG_IGN for n in (signal.SIGTSTP, signal.SIGQUIT)],
    "core": resource.getrlimit(resource.RLIMIT_CORE)[0], "here": "" in sys.path,
}))
"""


def test_nothing_a_client_sends_along_is_left_in_a_restricted_session(house: Path) -> None:
    import json
    import pwd

    sent = {
        "PLANBYGGER_AUTHOR": "borgmesteren", "PLANBYGGER_DEBUG": "1", "TEXTUAL_LOG": "/tmp/log",
        "TEXTUAL_DRIVER": "os:x", "XDG_STATE_HOME": "/tmp", "TMPDIR": "/etc", "EDITOR": "vi", "PAGER": "less",
        "SOURCE_DATE_EPOCH": "0",
        "USER": "root-2", "LOGNAME": "root-2", "HOME": "/etc", "SSH_ORIGINAL_COMMAND": "sh", "LC_TIME": "C",
        "PYDANTIC_DISABLE_PLUGINS": "", "_PLANBYGGER_COMPLETE": "complete_bash",
    }  # fmt: skip
    run = [sys.executable, "-c", SHUT, str(house)]
    done = subprocess.run(run, env={**os.environ, **PLACE, **sent}, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    entry = pwd.getpwuid(os.getuid())
    gone = {*sent} - {"USER", "LOGNAME", "HOME", "LC_TIME", "PYDANTIC_DISABLE_PLUGINS"}
    assert not gone & {*found["env"]}
    assert (found["user"], found["home"], found["cwd"]) == (entry.pw_name, entry.pw_dir, str(house))
    assert found["ignored"] == [True, True]
    assert found["core"] == 0
    assert not found["here"]


FENCED = """
import sys
from pathlib import Path
from wizard.files.fence import keep_to
from wizard.files.mapping import read_bytes
from wizard.files.run_sheets import ready_sheets, read_run_sheet
from wizard.files.trouble import FileTrouble
from wizard.files.whole import write_whole

house = Path(sys.argv[1])
keep_to(house)
read_bytes(house / "inde.plan.yaml")
write_whole(house / "ny.txt", b"x")
read_run_sheet(ready_sheets("da")[0])
for name in ("../ude.plan.yaml", "led.plan.yaml", "ud/ude.plan.yaml", "/etc/hostname", "kreds.plan.yaml"):
    for touch in (lambda: read_bytes(house / name), lambda: write_whole(house / name, b"x")):
        try:
            touch()
        except FileTrouble as trouble:
            assert trouble.key == "files.beyond", trouble.key
        else:
            raise AssertionError(name)
"""


def test_no_file_outside_the_folder_is_read_or_written_whoever_asks(house: Path) -> None:
    subprocess.run([sys.executable, "-c", FENCED, str(house)], env={**os.environ, **PLACE}, check=True)
    assert (house.parent / "ude.plan.yaml").read_text("utf-8").startswith("front")


def test_every_part_one_can_be_limited_to_is_named_where_one_that_is_not_is_asked_for() -> None:
    said = refused(["a.plan.yaml", "--components", "x"]).text
    assert all(name in said for name in REACHABLE)
