// Messages, as src/wasm/abi.md describes them: what goes into a module.

const utf8 = new TextEncoder();
const SHORT = 32;

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
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return join(value.map(encode));
  if (value && typeof value === 'object') return join(fields(value));
  if (typeof value === 'boolean') return bytesOf(value ? '1' : '0');
  return bytesOf(String(value ?? ''));
}

/** As utf8.encode, which costs more than all else where a text is as short as a name. @param {string} text */
function bytesOf(text) {
  if (text.length > SHORT) return utf8.encode(text);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return utf8.encode(text);
    bytes[i] = code;
  }
  return bytes;
}

/**
 * The parts of a message that a module gave back, as views into it.
 * @param {Uint8Array} message
 */
export function parts(message) {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const found = [];
  for (let at = 0; at + 4 <= message.length; ) {
    const size = view.getUint32(at, true);
    found.push(message.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return found;
}

/** @param {{[key: string]: Value}} record */
function fields(record) {
  const items = [];
  for (const key of Object.keys(record)) {
    if (record[key] !== undefined && record[key] !== null) items.push(bytesOf(key), encode(record[key]));
  }
  return items;
}

/** @param {Uint8Array[]} items */
function join(items) {
  const message = new Uint8Array(items.reduce((size, item) => size + 4 + item.length, 0));
  const view = new DataView(message.buffer);
  let at = 0;
  for (const item of items) {
    view.setUint32(at, item.length, true);
    message.set(item, at + 4);
    at += 4 + item.length;
  }
  return message;
}
