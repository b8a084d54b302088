"""A process gets its input, gives its output, and never outstays its time."""

import os
import sys
import time

import pytest

from schemas.language import words
from wizard.process import ProcessTrouble, run

PYTHON = sys.executable


def test_bytes_go_in_and_come_out():
    result = run([PYTHON, "-c", "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])"], b"\xff\x00a")
    assert (result.code, result.output) == (0, b"a\x00\xff")


def test_an_exit_code_and_what_was_said_are_handed_on():
    result = run([PYTHON, "-c", "import sys; sys.stderr.write('nej'); sys.exit(3)"])
    assert (result.code, result.errors) == (3, b"nej")


def test_nothing_of_a_shell_is_understood():
    script = "import sys; print(sys.argv[1])"
    assert run([PYTHON, "-c", script, "$HOME; `ls` *"]).output.strip() == b"$HOME; `ls` *"


def test_the_environment_is_not_handed_on(monkeypatch):
    monkeypatch.setenv("PLANBYGGER_SECRET", "hemmelig")
    script = "import os; print(os.environ.get('PLANBYGGER_SECRET'), os.environ.get('MORE'))"
    assert run([PYTHON, "-c", script], env={"MORE": "x"}).output.split() == [b"None", b"x"]


def test_a_program_that_is_not_there_is_said():
    with pytest.raises(ProcessTrouble) as raised:
        run(["no-such-program-here"])
    assert "no-such-program-here" in words("da")(raised.value.key, **raised.value.values)


@pytest.mark.skipif(sys.platform == "win32", reason="process groups as Unix has them")
def test_what_takes_too_long_is_killed_with_its_children(tmp_path):
    script = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "open(sys.argv[1], 'w').write(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    start = time.monotonic()
    with pytest.raises(ProcessTrouble) as raised:
        run([PYTHON, "-c", script, tmp_path / "pid"], timeout=3)
    assert raised.value.key == "files.too_slow"
    assert time.monotonic() - start < 20
    assert not _alive(int((tmp_path / "pid").read_text()))


def _alive(pid: int) -> bool:
    """Tell whether a process runs; one that is dead but not yet collected does not."""
    for _ in range(50):
        try:
            os.kill(pid, 0)
            with open(f"/proc/{pid}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    return False
        except OSError:
            return False
        time.sleep(0.1)
    return True
