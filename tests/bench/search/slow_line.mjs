// A slow line in front of a host: what a phone far from it has. All connections share the bandwidth; each new one
// costs a round trip before its first byte, as TCP does.
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const kPiece = 1460; // bytes, about a packet

export class SlowLine {
  #server;
  #sockets = new Set();
  #free_ms = 0; // when the line has sent all that it was given

  /** @param {number} port of the host @param {{roundTrip_ms: number, bitsPerSecond: number}} line */
  constructor(port, { roundTrip_ms, bitsPerSecond }) {
    this.target = port;
    this.half_ms = roundTrip_ms / 2;
    this.bytesPerMs = bitsPerSecond / 8000;
  }

  async start() {
    this.#server = createServer((near) => this.#carry(near));
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.port = this.#server.address().port;
    return this;
  }

  stop() {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #carry(near) {
    const far = connect(this.target, '127.0.0.1');
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => this.#sockets.delete(socket));
    }
    const opened = pause(this.half_ms * 2);
    let up = opened;
    near.on('data', (bytes) => {
      const due = pause(this.half_ms);
      up = up.then(() => due).then(() => far.write(bytes));
    });
    let down = opened;
    far.on('data', (bytes) => {
      for (let at = 0; at < bytes.length; at += kPiece) {
        const piece = bytes.subarray(at, at + kPiece);
        const due = this.#turn(piece.length);
        down = down.then(() => due).then(() => near.write(piece));
      }
    });
    near.on('end', () => up.then(() => far.end()));
    far.on('end', () => down.then(() => near.end()));
  }

  /** Waits until the line has carried so many bytes more, and they have arrived. */
  #turn(bytes) {
    const now = performance.now();
    this.#free_ms = Math.max(this.#free_ms, now) + bytes / this.bytesPerMs;
    return pause(this.#free_ms - now + this.half_ms);
  }
}
