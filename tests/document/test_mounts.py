"""A folder on another machine is known by how it is mounted."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.document.mounts import NETWORK, kind_of, mounted, on_network

LINUX = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 27 0:44 / /srv rw,relatime shared:2 master:3 - nfs4 host:/export rw,vers=4.2
41 40 0:45 / /srv/lokal rw - xfs /dev/vdb rw
42 27 0:46 / /mnt/f\303\246lles\040drev rw - cifs //host/drev rw
43 27 0:47 / /home/ane/sky rw - fuse.sshfs host:/ rw
44 27 0:48 / /mnt/to rw - nfs host:/a rw
45 27 0:49 / /mnt/to rw - ext4 /dev/vdc rw
"""


@pytest.mark.parametrize(
    ("place", "remote"),
    [
        ("/home/ane/planer", False),
        ("/srv/planer", True),
        ("/srv", True),
        ("/srvandet", False),
        ("/srv/lokal/planer", False),
        ("/home/ane/sky/oe", True),
        ("/mnt/to/planer", False),
    ],
)
def test_the_deepest_and_latest_mount_counts(place: str, remote: bool) -> None:
    assert (kind_of(place, mounted(LINUX)) in NETWORK) is remote


def test_names_with_spaces_are_read() -> None:
    assert any(point.endswith(" drev") and kind == "cifs" for point, kind in mounted(LINUX))


def test_a_folder_of_this_machine_is_not_on_the_network(tmp_path: Path) -> None:
    assert not on_network(tmp_path)
