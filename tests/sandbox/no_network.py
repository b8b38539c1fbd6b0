"""Run the app where a socket to any network is deadly: Linux ends the process that asks for one.

    python no_network.py brief AZE KAZ --output brief.pdf
    python no_network.py window picture.png
    python no_network.py probe          asks for a socket, to show that the filter bites

The filter is seccomp's (Linux, kernel documentation `userspace-api/seccomp_filter`): every thread
that starts afterwards inherits it, and it sees the calls of Python, Qt and any C library alike.
"""

import ctypes
import platform
import socket
import struct
import sys
from pathlib import Path

PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2
LOAD_WORD, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, KILL_PROCESS = 0x7FFF0000, 0x80000000
NUMBER_OF_SOCKET = {"x86_64": 41, "aarch64": 198}
NUMBER, FAMILY = 0, 16  # offsets in seccomp_data: the call's number, the low word of argument 0


def forbid_sockets() -> None:
    """From now on, end the process at the first socket of the families IPv4 and IPv6."""
    call = NUMBER_OF_SOCKET[platform.machine()]
    steps = [
        (LOAD_WORD, 0, 0, NUMBER),
        (JUMP_IF_EQUAL, 0, 4, call),
        (LOAD_WORD, 0, 0, FAMILY),
        (JUMP_IF_EQUAL, 1, 0, socket.AF_INET),
        (JUMP_IF_EQUAL, 0, 1, socket.AF_INET6),
        (RETURN, 0, 0, KILL_PROCESS),
        (RETURN, 0, 0, ALLOW),
    ]
    program = b"".join(struct.pack("HBBI", *step) for step in steps)
    code = ctypes.create_string_buffer(program)
    header = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    for call_arguments in (
        (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, header, 0, 0),
    ):
        if libc.prctl(*call_arguments):
            raise OSError(ctypes.get_errno(), "the kernel refused the filter")


def main(arguments: list[str]) -> int:
    """Put the filter up, then do what was asked for."""
    forbid_sockets()
    if arguments == ["probe"]:
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        return 0
    if arguments[0] == "window":
        from explorer.ui.app import screenshot

        screenshot(Path(arguments[1]))
        return 0
    from explorer.cli import main as run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
