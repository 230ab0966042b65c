// Texts from which nothing may come (hostile.json, by what they try), and a post of each.
import { readFileSync } from 'node:fs';

export const kHostile = Object.values(JSON.parse(readFileSync(new URL('hostile.json', import.meta.url), 'utf8'))).flat();

// NUL and half a surrogate pair are no characters of YAML.
const quoted = (text) => JSON.stringify(text.replaceAll('\0', '').toWellFormed());

const post = (text, slug) => `---
title: ${quoted(text)}
tags: [${quoted(text)}]
summary: ${quoted(text)}
cover: ${quoted(text)}
cover_alt: ${quoted(text)}
date: 2026-02-01
slug: ${slug}
---
${text}
`;

export const kHostilePosts = Object.fromEntries(kHostile.map((text, number) => [`case-${number}.md`, post(text, `case-${number}`)]));
