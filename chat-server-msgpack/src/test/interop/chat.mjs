// Two users of a chat whose bodies are written and read by @msgpack/msgpack.

import assert from "node:assert/strict";
import net from "node:net";
import { decode, encode } from "@msgpack/msgpack";

class User {
  constructor(host, port, name) {
    this.name = name;
    this.received = Buffer.alloc(0);
    this.socket = net.connect({ host, port: Number(port) });
    this.socket.on("data", (bytes) => {
      this.received = Buffer.concat([this.received, bytes]);
      this.wake?.();
    });
    this.socket.setTimeout(10000, () => this.socket.destroy(new Error(`${name} heard nothing`)));
    this.socket.on("error", (error) => {
      console.error(error.message);
      process.exit(1);
    });
  }

  says(id, fields) {
    const body = fields ? encode(fields) : new Uint8Array(0);
    const frame = Buffer.alloc(5 + body.length);
    frame.writeUInt16LE(frame.length, 0);
    frame.writeUInt16LE(id, 2);
    frame.set(body, 5);
    this.socket.write(frame);
  }

  async hears(id, expected) {
    const frame = await this.frame();
    const fields = frame.length > 5 ? decode(frame.subarray(5), { useBigInt64: true }) : {};
    assert.deepEqual([frame.readUInt16LE(2), fields], [id, expected], `${this.name} heard this`);
  }

  async frame() {
    while (this.received.length < 5 || this.received.length < this.received.readUInt16LE(0)) {
      await new Promise((resolve) => (this.wake = resolve));
    }
    const size = this.received.readUInt16LE(0);
    const frame = this.received.subarray(0, size);
    this.received = this.received.subarray(size);
    return frame;
  }
}

const [host, port] = process.argv.slice(2);
const alice = new User(host, port, "앨리스");
const bob = new User(host, port, "bob");
for (const user of [alice, bob]) {
  user.says(701, { UserPW: "pw", UserID: user.name, Client: { name: "node", tags: ["a", null] } });
  await user.hears(702, { Result: 0n });
}
alice.says(721, { RoomNumber: 7 });
await alice.hears(722, { Result: 0n, RoomUserUniqueId: 1n });
bob.says(721, { RoomNumber: 7 });
await bob.hears(723, { UserCount: 1n, UniqueId: [1n], ID: ["앨리스"] });
await bob.hears(722, { Result: 0n, RoomUserUniqueId: 2n });
await alice.hears(724, { UniqueId: 2n, ID: "bob" });
for (const text of ["안녕하세요 👋", "x".repeat(126)]) {
  alice.says(731, { Msg: text });
  await alice.hears(733, { UserUniqueId: 1n, Msg: text });
  await alice.hears(732, { Result: 0n });
  await bob.hears(733, { UserUniqueId: 1n, Msg: text });
}
bob.says(731, { Msg: 5 });
await bob.hears(732, { Result: 51n });
bob.says(771, { UserID: "앨리스", Msg: "귓속말" });
await bob.hears(772, { Result: 0n });
await alice.hears(773, { UserID: "bob", Msg: "귓속말" });
bob.says(726);
await bob.hears(727, { Result: 0n });
await alice.hears(728, { UserUniqueId: 2n });
alice.says(781, { UserID: "bob" });
await alice.hears(782, { Result: 0n, InviteId: 1n });
await bob.hears(783, { InviteId: 1n, RoomNumber: 7n, UserID: "앨리스" });
bob.says(784, { InviteId: 1, Accept: true });
await bob.hears(785, { Result: 0n });
await bob.hears(723, { UserCount: 1n, UniqueId: [1n], ID: ["앨리스"] });
await bob.hears(722, { Result: 0n, RoomUserUniqueId: 3n });
console.log("@msgpack/msgpack ok");
process.exit(0);
