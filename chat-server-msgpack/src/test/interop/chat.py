"""Two users of a chat whose bodies are written and read by Debian's python3-msgpack."""

import socket
import struct
import sys

import msgpack


class User:
    def __init__(self, address, name):
        self.socket = socket.create_connection(address, timeout=10)
        self.name = name

    def says(self, packet_id, **fields):
        body = msgpack.packb(fields) if fields else b""
        self.socket.sendall(struct.pack("<HHB", 5 + len(body), packet_id, 0) + body)

    def hears(self, packet_id, **expected):
        size, heard_id, _ = struct.unpack("<HHB", self.read(5))
        body = self.read(size - 5)
        fields = msgpack.unpackb(body) if body else {}
        heard = (heard_id, fields)
        assert heard == (packet_id, expected), f"{self.name} heard {heard}, not {packet_id} {expected}"

    def read(self, count):
        data = b""
        while len(data) < count:
            piece = self.socket.recv(count - len(data))
            assert piece, f"{self.name}: the connection is closed"
            data += piece
        return data


def main(host, port):
    alice = User((host, int(port)), "앨리스")
    bob = User((host, int(port)), "bob")
    for user in (alice, bob):
        user.says(701, UserID=user.name, UserPW="pw")
        user.hears(702, Result=0)
    alice.says(721, RoomNumber=7)
    alice.hears(722, Result=0, RoomUserUniqueId=1)
    bob.says(721, RoomNumber=7)
    bob.hears(723, UserCount=1, UniqueId=[1], ID=["앨리스"])
    bob.hears(722, Result=0, RoomUserUniqueId=2)
    alice.hears(724, UniqueId=2, ID="bob")
    for text in ("안녕하세요 👋", "x" * 126):
        alice.says(731, Msg=text)
        alice.hears(733, UserUniqueId=1, Msg=text)
        alice.hears(732, Result=0)
        bob.hears(733, UserUniqueId=1, Msg=text)
    bob.says(731, Msg="x" * 127)
    bob.hears(732, Result=151)
    bob.says(771, UserID="앨리스", Msg="귓속말")
    bob.hears(772, Result=0)
    alice.hears(773, UserID="bob", Msg="귓속말")
    bob.says(726)
    bob.hears(727, Result=0)
    alice.hears(728, UserUniqueId=2)
    alice.says(781, UserID="bob")
    alice.hears(782, Result=0, InviteId=1)
    bob.hears(783, InviteId=1, RoomNumber=7, UserID="앨리스")
    bob.says(784, InviteId=1, Accept=False)
    bob.hears(785, Result=0)
    alice.hears(786, InviteId=1, Accepted=False, UserID="bob")
    alice.says(201, Number=-5)
    alice.hears(202, Number=-5)
    print("python3-msgpack", ".".join(map(str, msgpack.version)), "ok")


main(*sys.argv[1:])
