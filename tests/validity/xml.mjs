// Reads XML as strictly as feeds need: what is not well-formed, or uses what no feed needs (a document
// type, processing instructions), is an error.

const kName = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const kEntities = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }));
// What XML 1.0 allows in a document at all.
const kForbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/**
 * @typedef {{name: string, namespace: string, attributes: Map<string, string>, children: Element[], text: string}} Element
 * `name` is without its prefix; attributes keep theirs; `text` is all text directly in the element.
 */

class XmlReader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  fail(what) {
    const line = this.text.slice(0, this.at).split('\n').length;
    throw new Error(`line ${line}: ${what}`);
  }

  has(token) {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  upTo(token) {
    const end = this.text.indexOf(token, this.at);
    if (end < 0) this.fail(`no ${token}`);
    const found = this.text.slice(this.at, end);
    this.at = end + token.length;
    return found;
  }

  space() {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  name() {
    kName.lastIndex = this.at;
    const match = kName.exec(this.text);
    if (!match) this.fail('a name is missing');
    this.at = kName.lastIndex;
    return match[0];
  }

  decode(raw) {
    return raw.replace(/&([^;&]*;?)/g, (whole, inner) => {
      const number = /^#(?:x([0-9a-fA-F]+)|(\d+));$/.exec(inner);
      const known = kEntities.get(inner.slice(0, -1));
      if (!inner.endsWith(';') || (!number && known === undefined)) this.fail(`${whole} is no reference`);
      const character = number ? String.fromCodePoint(number[1] ? parseInt(number[1], 16) : Number(number[2])) : known;
      if (kForbidden.test(character)) this.fail(`${whole} is no character`);
      return character;
    });
  }

  attributes() {
    const found = new Map();
    for (this.space(); !/[/>]/.test(this.text[this.at] ?? '>'); this.space()) {
      const name = this.name();
      const quote = this.has('="') ? '"' : this.has("='") ? "'" : this.fail(`${name} has no value`);
      const raw = this.upTo(quote);
      if (raw.includes('<')) this.fail(`< in ${name}`);
      if (found.has(name)) this.fail(`${name} twice`);
      found.set(name, this.decode(raw));
    }
    return found;
  }

  /** The element that begins here. @returns {Element} */
  element(outer) {
    if (!this.has('<')) this.fail('an element is missing');
    const tag = this.name();
    const attributes = this.attributes();
    const names = new Map(outer);
    for (const [key, value] of attributes) if (/^xmlns(:|$)/.test(key)) names.set(key.slice(6), value);
    const [name, prefix = ''] = tag.split(':').reverse();
    if (prefix && !names.has(prefix)) this.fail(`${prefix}: stands for nothing`);
    const found = { name, namespace: names.get(prefix) ?? '', attributes, children: [], text: '' };
    if (this.has('/>')) return found;
    if (!this.has('>')) this.fail(`<${tag}> does not end`);
    while (!this.has('</')) this.content(found, names);
    if (this.name() !== tag) this.fail(`<${tag}> is closed by another tag`);
    this.space();
    if (!this.has('>')) this.fail(`</${tag}> does not end`);
    return found;
  }

  content(parent, names) {
    if (this.at >= this.text.length) this.fail(`<${parent.name}> is not closed`);
    if (this.has('<!--')) return void this.upTo('-->');
    if (this.has('<![CDATA[')) return void (parent.text += this.upTo(']]>'));
    if (this.text[this.at] === '<') return void parent.children.push(this.element(names));
    const end = this.text.indexOf('<', this.at);
    const raw = this.text.slice(this.at, end < 0 ? undefined : end);
    if (raw.includes(']]>')) this.fail(']]> in text');
    parent.text += this.decode(raw);
    this.at += raw.length;
  }
}

/** The root element; throws where the text is not well-formed. @param {string} text @returns {Element} */
export function readXml(text) {
  const forbidden = kForbidden.exec(text);
  if (forbidden) throw new Error(`U+${forbidden[0].codePointAt(0).toString(16)} is no character of XML`);
  const reader = new XmlReader(text);
  if (reader.has('<?xml')) reader.upTo('?>');
  reader.space();
  const root = reader.element(new Map([['xml', 'http://www.w3.org/XML/1998/namespace'], ['', '']]));
  reader.space();
  if (reader.at < text.length) reader.fail('something after the root element');
  return root;
}

/** The children with that name (and namespace, else the parent's). @param {Element} parent @param {string} name */
export function childrenOf(parent, name, namespace = parent.namespace) {
  return parent.children.filter((child) => child.name === name && child.namespace === namespace);
}
