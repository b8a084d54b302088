"""A file is written whole or not at all."""

import errno
import os
import stat
import sys

import pytest

from schemas.language import words
from wizard.files.trouble import CannotWrite
from wizard.files.whole import write_whole

unix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links as Unix has them")


def _refusal(path, data=b"ny"):
    with pytest.raises(CannotWrite) as raised:
        write_whole(path, data)
    return raised.value


def test_a_new_file_holds_what_was_given_and_nothing_else_is_left(tmp_path):
    write_whole(tmp_path / "a.yaml", b"ny")
    assert (tmp_path / "a.yaml").read_bytes() == b"ny"
    assert os.listdir(tmp_path) == ["a.yaml"]


@unix
def test_a_new_file_has_the_rights_of_this_users_new_files(tmp_path):
    (tmp_path / "other").write_bytes(b"")
    write_whole(tmp_path / "a.yaml", b"ny")
    assert (tmp_path / "a.yaml").stat().st_mode == (tmp_path / "other").stat().st_mode


@unix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_keeps_its_mode(tmp_path, mode):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"gammel")
    path.chmod(mode)
    write_whole(path, b"ny")
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.read_bytes() == b"ny"


@unix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give a file away")
def test_a_file_keeps_its_group(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"gammel")
    os.chown(path, -1, 1)
    write_whole(path, b"ny")
    assert path.stat().st_gid == 1


@unix
def test_a_link_stays_a_link_and_its_target_is_written(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "plan.yaml"
    target.write_bytes(b"gammel")
    link = tmp_path / "plan.yaml"
    link.symlink_to(target)
    write_whole(link, b"ny")
    assert link.is_symlink()
    assert target.read_bytes() == b"ny"


@unix
def test_a_failed_write_leaves_the_old_file_and_no_rubbish(tmp_path):
    """The kernel refuses a file beyond the limit, as it does on a full disk."""
    import resource
    import signal

    path = tmp_path / "a.yaml"
    path.write_bytes(b"gammel")
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        trouble = _refusal(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert trouble.key == "files.no_space"
    assert path.read_bytes() == b"gammel"
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_what_stops_a_write_is_said_in_a_sentence(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    cases = {
        tmp_path / "none" / "a.yaml": "no_folder",
        tmp_path / "file" / "a.yaml": "no_folder",
        tmp_path: "is_folder",
        tmp_path / ("a" * 300): "name_too_long",
        tmp_path / "a\0b": "unwritable",
    }
    for path, key in cases.items():
        trouble = _refusal(path)
        assert trouble.key == f"files.{key}"
        assert path.name in trouble.sentence(words("da"))
        assert path.name in trouble.sentence(words("en"))


@unix
def test_links_in_a_circle_are_said(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert _refusal(tmp_path / "a").key == "files.unwritable"


@unix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_access_is_said(tmp_path):
    tmp_path.chmod(0o500)
    assert _refusal(tmp_path / "a").key == "files.no_write_access"


def test_what_the_system_says_of_a_full_or_closed_disk_has_its_sentence():
    from wizard.files.whole import _KEYS

    for code in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES):
        assert words("da").has(f"files.{_KEYS[code]}")
