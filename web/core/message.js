// Messages, as src/wasm/abi.md describes them: what goes into a module.

const utf8 = new TextEncoder();
const SHORT = 32;
const KEPT = 1 << 20;
/** The message that is being written; it grows as it must. */
let room = new Uint8Array(KEPT);
let end = 0;

/**
 * @typedef {string | number | boolean | Uint8Array | null | undefined | Value[] | {[key: string]: Value}} Value
 */

/**
 * A list or a record as a message. Absent values (null, undefined) are left out of records; bytes are
 * taken as they are, so a message can hold one that is already encoded.
 * @param {Value} value
 * @returns {Uint8Array}
 */
export function encode(value) {
  end = 0;
  put(value);
  const message = room.slice(0, end);
  if (end > KEPT) room = new Uint8Array(KEPT);
  return message;
}

/** @param {Value} value */
function put(value) {
  if (value instanceof Uint8Array) {
    reserve(value.length);
    room.set(value, end);
    end += value.length;
  } else if (Array.isArray(value)) {
    value.forEach(putPart);
  } else if (value && typeof value === 'object') {
    for (const field of Object.entries(value)) {
      if ((field[1] ?? null) !== null) field.forEach(putPart);
    }
  } else {
    putText(String(typeof value === 'boolean' ? +value : (value ?? '')));
  }
}

/** @param {Value} value */
function putPart(value) {
  reserve(4);
  const begin = (end += 4);
  put(value);
  new DataView(room.buffer).setUint32(begin - 4, end - begin, true);
}

/** As utf8.encodeInto, which costs more than all else where a text is as short as a name. @param {string} text */
function putText(text) {
  reserve(3 * text.length);
  let at = 0;
  if (text.length <= SHORT) while (text.charCodeAt(at) < 128) room[end + at] = text.charCodeAt(at++);
  end += at < text.length ? utf8.encodeInto(text, room.subarray(end)).written : at;
}

/** @param {number} size */
function reserve(size) {
  if (end + size <= room.length) return;
  const grown = new Uint8Array(2 * (end + size));
  grown.set(room);
  room = grown;
}

/**
 * The parts of a message that a module gave back, as views into it.
 * @param {Uint8Array} message
 */
export function parts(message) {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const found = [];
  for (let at = 0; at < message.length; ) {
    const begin = at + 4;
    at = begin + view.getUint32(at, true);
    found.push(message.subarray(begin, at));
  }
  return found;
}
