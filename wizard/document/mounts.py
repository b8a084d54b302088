"""Tells whether a folder lies on another machine: there SQLite's WAL is not safe, since its memory is not shared."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from wizard.process import ProcessTrouble, run

_NAMES = """
9p acfs afpfs afs beegfs ceph cifs coda davfs davfs2 drvfs gfs gfs2 glusterfs gpfs lustre ncpfs nfs nfs4 ocfs2 orangefs
panfs prl_fs pvfs2 smb smb2 smb3 smbfs vboxsf virtiofs vmhgfs webdav
fuse.ceph fuse.cifs fuse.curlftpfs fuse.davfs fuse.davfs2 fuse.glusterfs fuse.gvfsd-fuse fuse.kio-fuse fuse.moosefs
fuse.rclone fuse.s3fs fuse.seaweedfs fuse.smbnetfs fuse.sshfs fuse.vmhgfs-fuse
"""
NETWORK = frozenset(_NAMES.split())
"""File systems that several machines can have mounted at once, or that keep no shared memory."""

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_DRIVE = 4


def on_network(folder: Path) -> bool:
    """Tell whether a folder lies on a file system of the network."""
    place = os.path.realpath(folder)
    if sys.platform == "win32":
        return _remote_drive(place)
    if sys.platform == "darwin":
        return kind_of(place, _mounted_on_mac()) in NETWORK
    try:
        return kind_of(place, mounted(_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))) in NETWORK
    except OSError:
        return False


def kind_of(place: str, mounts: list[tuple[str, str]]) -> str:
    """Give the kind of the file system that holds a path; of two at one point the one mounted last."""
    held = [(len(point), n, kind) for n, (point, kind) in enumerate(mounts) if _inside(place, point)]
    return max(held)[2] if held else ""


def _inside(place: str, point: str) -> bool:
    return place == point or place.startswith(point.rstrip("/") + "/")


def mounted(mountinfo: str) -> list[tuple[str, str]]:
    """Read (mount point, kind) from Linux' list of mounts."""
    found = []
    for line in mountinfo.splitlines():
        mount, _, source = line.partition(" - ")
        fields, kind = mount.split(" "), source.split(" ")[0]
        if len(fields) > 4 and kind:
            found.append((_plain(fields[4]), kind))
    return found


def _plain(point: str) -> str:
    """Undo the escapes of spaces and the like."""
    for code, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, char)
    return point


def _mounted_on_mac() -> list[tuple[str, str]]:
    """Read (mount point, kind) from lines such as `//ane@host/share on /Volumes/share (smbfs, nodev)`."""
    try:
        said = run(["/sbin/mount"], timeout=5).output.decode(errors="surrogateescape")
    except ProcessTrouble:
        return []
    found = []
    for line in said.splitlines():
        mount, _, options = line.rpartition(" (")
        found.append((mount.partition(" on ")[2], options.partition(",")[0].rstrip(")")))
    return found


def _remote_drive(place: str) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    drive = os.path.splitdrive(place)[0]
    return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
