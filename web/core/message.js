// Messages, as src/wasm/abi.md describes them: what goes into a module.

const utf8 = new TextEncoder();

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
  if (typeof value === 'boolean') return utf8.encode(value ? '1' : '0');
  return utf8.encode(String(value ?? ''));
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
  return Object.entries(record).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [utf8.encode(key), encode(value)],
  );
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
