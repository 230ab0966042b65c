// What runs inside the page for suites/hostile.mjs: each function is sent there by itself, so none may use
// anything of this file.

/** Makes `render(texts, mode)`, which keeps its answers as `answers`. @param {string} base */
export async function defineRender(base) {
  const { loadModule } = await import(`${base}broadsheet/core/module.js`);
  const { encode } = await import(`${base}broadsheet/core/message.js`);
  const core = await loadModule(new URL(`${base}broadsheet/wasm/read.wasm`));
  globalThis.render = (texts, mode) => {
    globalThis.answers = texts.map((markdown) => core.text('read_markdown', encode({ dialect: 'post', html: mode, markdown })));
  };
}

/** Makes `foreign(root, ids)`: what of the tree below `root` is not of the lists, or takes one of `ids`. */
export function defineForeign() {
  const set = (words) => new Set(words.trim().split(/\s+/));
  const elements = set(`a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del
    details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hgroup hr i img input ins kbd label li mark ol p picture pre q
    rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var
    video wbr`);
  const attributes = set(`abbr align alt aria-hidden aria-label checked cite class colspan controls data-footnote-backref
    data-footnote-backref-idx data-footnote-ref data-footnotes data-line datetime decoding default dir disabled display height
    href hreflang id kind label lang loading loop media muted open playsinline poster preload rel reversed role rowspan scope
    sizes span src srclang srcset start tabindex title type value width`);
  const schemes = set('http: https: mailto: tel: sms: ftp: ftps: xmpp: irc: ircs: geo: gemini:');
  const picture = /^data:image\/(png|gif|jpeg|webp|avif)[;,]/i;
  const isMathMl = (node) => node.namespaceURI === 'http://www.w3.org/1998/Math/MathML' && ['math', 'mtext'].includes(node.localName);
  const isHtml = (node) => node.namespaceURI === 'http://www.w3.org/1999/xhtml' && elements.has(node.localName);
  const fits = (name, address) => {
    const { protocol, href } = new URL(address, 'https://own.example/posts/');
    return schemes.has(protocol) || (['src', 'srcset', 'poster'].includes(name) && picture.test(href));
  };
  const isFit = ({ name, value }) => {
    if (name === 'srcset') return value.split(/[\s,]+/).every((part) => fits(name, part));
    if (!['href', 'src', 'cite', 'poster'].includes(name)) return true;
    return !URL.canParse(value, 'https://own.example/') || fits(name, value);
  };
  globalThis.foreign = (root, ids) => {
    const found = [];
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (node.nodeType === Node.COMMENT_NODE || !(isHtml(node) || isMathMl(node))) found.push(`node ${node.nodeName}`);
      for (const attribute of node.attributes ?? []) {
        if (!attributes.has(attribute.name) || attribute.namespaceURI) found.push(`attribute ${attribute.name}`);
        else if (!isFit(attribute)) found.push(`${attribute.name}=${attribute.value}`);
      }
      if (ids.includes(node.id)) found.push(`id ${node.id}`);
    }
    return found;
  };
}

/**
 * Parses each of `answers` as part of a page, then what that page would write once more; what is wrong with
 * either, as [number, …problems]. `ids` are those of the shell.
 */
export function walkAnswers(ids) {
  const problems = [];
  const parse = (html) => new DOMParser().parseFromString(html, 'text/html');
  for (const [number, html] of globalThis.answers.entries()) {
    const page = parse(`<!doctype html><body><main><article><div>${html}</div><p>behind</p></article></main>`);
    const article = page.querySelector('main > article');
    const found = globalThis.foreign(article, ids);
    const parts = Array.from(article.childNodes, ({ nodeName }) => nodeName).join();
    if (parts !== 'DIV,P' || article.lastChild.innerHTML !== 'behind' || page.body.children.length !== 1) found.push(`the page became ${parts}`);
    found.push(...globalThis.foreign(parse(article.firstChild.innerHTML).body, ids).map((what) => `parsed again: ${what}`));
    if (found.length) problems.push([number, ...found]);
  }
  return problems;
}

/** Lets `htmls` (else `answers`) do what they can in frames without any policy: what ran, and names that changed. */
export async function runAll(htmls = globalThis.answers) {
  const kBatch = 120;
  const found = [];
  globalThis.trapped = (what) => found.push(what);
  const trap = '<script>for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = (x) => parent.trapped(name + x)</' + 'script>';
  const frameOf = async (html) => {
    const frame = document.createElement('iframe');
    const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
    frame.srcdoc = `<!doctype html>${trap}<body>${html}`;
    document.body.append(frame);
    await Promise.race([loaded, new Promise((done) => setTimeout(done, 3000))]);
    return frame.contentWindow;
  };
  const poke = (view) => {
    view.addEventListener('click', (event) => {
      if (!/^javascript:/i.test(event.target.closest('a')?.href ?? '')) event.preventDefault();
    }, true);
    for (const node of view.document.querySelectorAll('body *')) {
      for (const type of ['mouseover', 'mouseenter', 'pointerenter', 'focus', 'toggle', 'error', 'load', 'animationstart']) {
        node.dispatchEvent(new view.Event(type));
      }
      node.dispatchEvent(new view.MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  };
  const clean = await frameOf('');
  const isTaken = (view, name) =>
    [[view, clean], [view.document, clean.document]].some(([there, here]) => name in here && there[name] instanceof view.HTMLElement && !(here[name] instanceof clean.HTMLElement));
  for (let at = 0; at < htmls.length; at += kBatch) {
    const view = await frameOf(htmls.slice(at, at + kBatch).map((html) => `<article>${html}</article>`).join('\n'));
    poke(view);
    await new Promise((done) => setTimeout(done, 50));
    for (const { id } of view.document.querySelectorAll('[id], [name]')) if (isTaken(view, id)) found.push(`name ${id}`);
    view.frameElement.remove();
  }
  return found;
}

/** Shows each text as the shell does: as a post's body, title and tag, in the page as it is. */
export async function showAll(base, texts) {
  const { Reader } = await import(`${base}broadsheet/core/reader.js`);
  const { setHtml } = await import(`${base}broadsheet/lib/html_sink.js`);
  const { site } = await (await fetch(`${base}broadsheet/catalog.json`)).json();
  const path = new URL(base).pathname;
  const reader = await Reader.open({ site, linkBase: path, fileBase: path });
  const utf8 = new TextEncoder();
  const main = document.querySelector('main');
  for (const text of texts) {
    const entry = { path: 'hostile.md', slug: 'hostile', title: text, tags: [text], language: 'en', authors: [text] };
    const place = document.createElement('div');
    main.append(place);
    setHtml(place, reader.html('article', { entry, file: utf8.encode(text) }));
  }
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 100))));
}

/** Parses the pages at these addresses: what one of them has that the shell's own frame has not. */
export async function walkPages(base, addresses) {
  const read = async (address) => new DOMParser().parseFromString(await (await fetch(new URL(address, base))).text(), 'text/html');
  const isOurs = ({ src, type }) => src.startsWith(location.origin) || (type === 'application/ld+json' && !src);
  const frame = (page) => Array.from(page.body.children, ({ localName, id }) => localName + id).join();
  const expected = frame(await read(''));
  const isCode = ({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || (/href|src|action/.test(name) && /^\s*javascript:/i.test(value));
  const problems = [];
  const pages = await Promise.all(addresses.map(read));
  for (const [number, page] of pages.entries()) {
    const found = globalThis.foreign(page.querySelector('.prose'), []);
    if (frame(page) !== expected) found.push(`the page became ${frame(page)}`);
    for (const script of page.scripts) {
      if (!isOurs(script)) found.push(`script ${script.src}`);
      if (!script.src) JSON.parse(script.textContent);
    }
    for (const node of page.querySelectorAll('*')) {
      found.push(...Array.from(node.attributes).filter(isCode).map(({ name, value }) => `${name}=${value}`));
    }
    if (found.length) problems.push([addresses[number], ...found]);
  }
  return problems;
}
