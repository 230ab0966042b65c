// A folder of posts whose every text is trouble for some format: marks of HTML, XML, JSON and addresses,
// controls, half characters, and raw HTML as people write it.

const kTexts = [
  '<script>alert(1)</script>', '</title><b>', '"quoted" & \'single\' > <', ']]>', '<!-- - -->', '&amp; &lt; &#0; &#xD800; &nbsp', '{searchTerms}',
  'control \u0001\u0008\u000b\u001f and \u007f\u0085', 'noncharacters \ufffe\uffff', '\u202eright to left\u202c', '\u{1f9a6}\u{1f469}\u200d\u{1f4bb}', 'a\u0301\u0300 e\u0301', 'tab\tand\nline',
  'javascript:alert(1)', '../../up', 'a/b?c=d&e#f', '100% %zz %2f', '\\back\\slash', '日本語 の 題', 'עברית', 'constructor', '__proto__', 'c++', 'c#', '  ', '-', '.', '..', `${'long '.repeat(80)}`, "it's", '<![CDATA[x]]>', '?>', '\u2028\u2029', '${x}', '{{ x }}', 'İstanbul ß ﬁ',
];

// What people paste, closed or not, at home in a page or not.
const kBodies = [
  '<center><font color=red>old</font></center>', '<div align=center><img src=a.png width=50% border=0></div>', '<p>one<p>two</div></p>', '<table><tr><td>a<td>b<tr><td colspan=0>c</table>', '<ul><li>a<ul><li>b</ul></ul>',
  '<a href="a b?c=<d>">x</a> <a href="https://x.example/{a}|b\\c^`">y</a> <a href="http://[bad">z</a>', '<a href="#a"><a href="#b">nested</a></a>', '<p><div>block in p</div></p>', '<span><div>block in span</div></span>',
  '<details><summary>s</summary>d</details> <details>none</details> <summary>alone</summary>', '<dl><dt>t<dd>d</dl><dl></dl><dl><p>x</p></dl>', '<li>alone</li> <td>alone</td> <dt>alone</dt> <figcaption>alone</figcaption>', '<iframe width="560" height="315" src="https://x.example/embed" frameborder="0" allowfullscreen></iframe>',
  '<video controls src="a.mp4" width="100%"><track src="a.vtt"></video><audio src="b.mp3" controls loop=loop></audio>', '<img src="a.png" alt="" width="abc" height="-1" srcset="a.png 1x, , b.png"><img>', '<h1>one</h1><h4>four</h4><h2 id="main">main</h2><h2 id="main">again</h2><h2 id="a b">space</h2>',
  '<ol start="x" reversed type="q"><li value="y">z</ol>', '<time datetime="yesterday">then</time><time>now</time> <del datetime="x">d</del> <ins cite="a b">i</ins> <q cite=" ">q</q>', '<p lang="not a language" dir="up" class="a  a" title>attributes</p>', '<abbr title="x">y</abbr><bdo>z</bdo><ruby>漢<rp>(<rt>kan<rp>)</ruby>',
  '<pre>\n\nx</pre><tt>t</tt><big>b</big><strike>s</strike><acronym>a</acronym>', '<br></br></p><hr/><wbr/><p/>', '<picture><source srcset="a.webp" type="image/webp"><img src="a.png" alt="a"></picture>', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><math><mi>x</mi></math>',
  '<caption>c</caption><tbody><tr><th scope="all">h</th></tr></tbody>', '<table><caption>c</caption><thead><tr><th>h<tbody><tr><td rowspan="9999" headers="no">x</table>', '<button>b</button><input type=checkbox><label for=x>l</label><form action=x>f</form>', '<blockquote cite="javascript:x">q</blockquote><address><h2>in address</h2></address>',
  '| a | b |\n|---|:-:|\n| <td>x</td> | `|` |', '- [x] done\n- [ ] open <input>', 'Note[^1] and[^1] twice.\n\n[^1]: <p>A note</div>', '# one\n\n### three\n\n# one\n\n## \n\n## <b id="main">bold</b>', '[link](<a b>) ![](x.png) ![alt](y.png "t\\"t") <https://x.example/ü?ä=ö>', '> [!NOTE]\n> <table><tr><td>x\n\nafter', '```js" onload="x\n</code>\n```', '$a < b$ and $$\\frac{1}{2}$$', 'term\n: definition <dd>x', '&copy; &notanentity; &#x110000; &#128;', '{.class #main}\n# Title {#main .x y=z}', '[a]: javascript:alert(1)\n\n[a] [b][a]',
];

const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

function post(number) {
  const text = kTexts[number % kTexts.length];
  const other = kTexts[(number * 7 + 3) % kTexts.length];
  return `---
title: ${quoted(text)}
date: ${1999 + (number % 30)}-0${1 + (number % 9)}-1${number % 10}T0${number % 10}:30:00${number % 2 ? 'Z' : '+05:30'}
updated: ${2029 + (number % 3)}-01-01
tags: [${quoted(text)}, ${quoted(other)}]
categories: [${quoted(other)}]
author: [${quoted(text)}, ${quoted(other)}]
series: ${quoted(text)}
summary: ${quoted(other)}
cover: ${quoted(number % 3 ? text : 'a b.png')}
cover_alt: ${quoted(text)}
lang: ${['de', 'zh-Hant', 'ar', 'x', 'en_US', 'not a language'][number % 6]}
slug: ${number % 4 ? `case-${number}` : quoted(text)}
aliases: ["/old/${number}/", ${quoted(text)}]
---
${kBodies[number % kBodies.length]}

Text of ${number}.
`;
}

/** path -> text. The site has a public address, at /blog/. */
export const kHostileFolder = {
  'site.json': JSON.stringify({
    title: 'A <b>"site"</b> & more ]]> \u0001', description: '</script><script> & "', language: 'en', url: 'https://blog.example/blog/', author: '<A> & "B"', page_size: 7, footer: '<i>foot</i> &',
    navigation: [{ title: '<Archive> & "', url: 'archive/' }, { title: 'Elsewhere', url: 'https://x.example/?a=b&c=<d>' }],
    authors: { constructor: { name: 'con <structor>', description: '"&<', url: 'https://x.example/?a&b' } },
  }),
  'header.html': '<p>Mine <b>unclosed <a href="archive/?a&b">x</p>',
  'footer.html': '<div><p>foot',
  ...Object.fromEntries(Array.from({ length: Math.max(kTexts.length, kBodies.length) }, (_, number) => [`post-${number}.md`, post(number)])),
};
