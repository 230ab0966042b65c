// A small folder of posts for the browser tests: path -> text. The words that the tests search for are
// rare on purpose.
const kFillers = 24;

const sentence = (n) => `Paragraph ${n} of a walk along the canal, where nothing in particular happens and the weather holds.`;
const paragraphs = (from, to) => Array.from({ length: to - from }, (_, i) => sentence(from + i)).join('\n\n');

const kWalk = `---
title: The long walk
date: 2026-03-03
tags: [Walking, Rivers]
summary: A day out, told at length.
---
${paragraphs(0, 12)}

## At the weir

${paragraphs(12, 20)}

A kingfisher sat on the railing. It was a *blue* one, and it left at once. See [the harbour](harbour.md#lights)
and [another blog](https://example.org/).

## Home again

${paragraphs(20, 60)}
`;

const kHarbour = `---
title: Harbour lights
date: 2026-03-02
tags: [Rivers]
---
## Lights

Red and green, and a lamp that blinks every four seconds. The [walk](the-long-walk.md) starts here.

| lamp | colour |
|---|---|
| one | red |

\`\`\`cpp
std::vector<int> lamps;
\`\`\`

![A drawing of the lamp](lamp.svg)
`;

const kHostile = `---
title: 'Hostile "title" <b>&amp;</b> <img src=x onerror=document.title="ran">'
date: 2026-02-01
tags: ['<script>', 'a&b']
summary: '</p><script>document.title = "ran"</script>'
---
<script>document.title = 'ran'</script>
<img src="x.png" onerror="document.title = 'ran'">

[link](javascript:document.title='ran') <a href="jAvAsCrIpT:document.title='ran'">raw</a>

## \`main\` <iframe srcdoc="<script>parent.document.title='ran'</script>"></iframe>
`;

const kJapanese = `---
title: 東京への旅
date: 2026-01-20
language: ja
---
新幹線で東京へ行きました。とても速かったです。
`;

const filler = (n) => `---
title: Letter ${n}
date: 2025-${String(Math.floor(n / 3) + 1).padStart(2, '0')}-${String((n % 3) * 9 + 1).padStart(2, '0')}
tags: [Letters]
---
Dear reader, this is letter number ${n}. ${n % 2 ? 'The pigeon sleeps.' : 'The lamp is lit.'}
`;

const kLamp = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="16" fill="#c33"/></svg>\n';

/** A post that is not in the list of any published site here. */
export const kLivePost = `---
title: Found in the attic
date: 2026-04-01
tags: [Letters]
---
## In a box

There was an ocarina, wrapped in paper.
`;

export const kSite = JSON.stringify({ title: 'Canal Notes', description: 'Letters from a slow boat', page_size: 10 });

export const kPosts = {
  'site.json': kSite,
  'the-long-walk.md': kWalk,
  'harbour.md': kHarbour,
  'lamp.svg': kLamp,
  'hostile.md': kHostile,
  'journeys/tokyo.md': kJapanese,
  ...Object.fromEntries(Array.from({ length: kFillers }, (_, n) => [`letters/letter-${n}.md`, filler(n)])),
};

const walk = (n, more = '') => `---
title: The towpath, day ${n}
date: 2026-02-0${n}
series: The towpath
author: [ada, Bob]
categories: [Walks, Long walks]
cover: lamp.png
cover_alt: A lamp
${more}---
On day ${n} we walked on.

![A drawing of the lamp](lamp.png)
`;

// One pixel, so that the size in the page is known to come from the file.
const kPixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

/** All that leads from post to post: series, authors, categories, translations, addresses of their own, a pinned post. */
export const kRichPosts = {
  'site.json': JSON.stringify({
    title: 'Towpath',
    page_size: 3,
    permalink: '/:year/:slug/',
    authors: { ada: { name: 'Ada Example', description: 'Walks and counts.', url: 'https://ada.example/' } },
  }),
  'header.html': '<p>Written <em>outdoors</em>.</p>',
  'day-1.md': walk(1),
  'day-2.md': walk(2, 'updated: 2026-03-01\n'),
  'day-3.md': walk(3, 'permalink: /towpath/last-day.html\n'),
  'day-1.de.md': '---\ntitle: Der Treidelpfad\ndate: 2026-02-01\n---\nWir gingen los.\n',
  'welcome.md': '---\ntitle: Welcome aboard\ndate: 2025-01-01\npinned: true\npermalink: /welcome/\n---\nStart [here](day-1.md), or [at the end](../towpath/last-day.html).\n',
  'lamp.png': kPixel,
};

/** Moments that the tests' own clock goes to, in milliseconds. */
export const kFar = { expires: Date.UTC(2041, 0, 1, 12), scheduled: Date.UTC(2041, 5, 1, 12) };

const moment = (time) => new Date(time).toISOString();

/** Posts that come and go: a few, and more than stand on one page of the archive. */
export const kClockPosts = {
  few: {
    'lamp.md': `---\ntitle: A lamp for sale\ndate: 2026-03-03\nexpires: ${moment(kFar.expires)}\ntags: [Sales, Lamps]\n---\nIt burns paraffin.\n`,
    'middle.md': '---\ntitle: Middle\ndate: 2026-03-02\ntags: [Sales]\n---\nNothing burns.\n',
    'old.md': '---\ntitle: Old\ndate: 2026-03-01\n---\nNothing burnt.\n',
    'new.md': `---\ntitle: The new lamp\ndate: ${moment(kFar.scheduled)}\n---\nIt burns acetylene.\n`,
  },
  many: Object.fromEntries(Array.from({ length: 620 }, (_, i) => {
    const day = `${2022 + (i % 3)}-0${1 + (i % 9)}-1${i % 10}`;
    return [`post-${i}.md`, `---\ntitle: Post ${i}\ndate: ${day}\n${i % 11 === 4 ? `expires: ${moment(kFar.expires)}\n` : ''}---\nText ${i}.\n`];
  })),
};

/** More than stand on one page of the archive; some of New Year, when years mix. */
export const kManyPosts = Object.fromEntries(Array.from({ length: 520 }, (_, i) => {
  const date = i % 50 ? `20${String(10 + (i % 15))}-0${1 + (i % 9)}-1${i % 10}` : `20${10 + (i % 15)}-01-01T0${i % 10}:30:00+05:00`;
  return [`post-${i}.md`, `---\ntitle: Post ${i}\n${i % 40 === 7 ? '' : `date: ${date}\n`}---\nText ${i}.\n`];
}));
