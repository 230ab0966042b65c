// All suites in one engine. A suite is a function of a desk, from which it takes readers.
import { after, before, describe } from 'node:test';
import { open } from './engines.mjs';
import { Host } from './host.mjs';
import { Reader } from './reader.mjs';
import { siteFolder } from './sites.mjs';
import * as clock from './suites/clock.mjs';
import * as failure from './suites/failure.mjs';
import * as hostile from './suites/hostile.mjs';
import * as hosts from './suites/hosts.mjs';
import * as live from './suites/live.mjs';
import * as look from './suites/look.mjs';
import * as reading from './suites/reading.mjs';
import * as sameness from './suites/sameness.mjs';
import * as search from './suites/search.mjs';
import * as serve from './suites/serve.mjs';

class Desk {
  #pages = new Map();
  #hosts = new Map();

  constructor(engine) {
    this.engine = engine;
  }

  /**
   * A reader of a site (sites.mjs), on a host of its own that lives as long as the run. The same
   * arguments give the same host; the browser is one for all, but for dark ones.
   */
  async reader(site, { dark = false, ...manners } = {}) {
    const page = await this.#once(this.#pages, String(dark), () => open(this.engine, { dark }));
    const key = JSON.stringify([site, manners]);
    const host = await this.#once(this.#hosts, key, () => new Host(siteFolder(site), manners).start());
    host.forget();
    return new Reader(page, host);
  }

  async close() {
    for (const page of this.#pages.values()) await (await page).close();
    for (const host of this.#hosts.values()) await (await host).stop();
  }

  #once(kept, key, make) {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key);
  }
}

export function runAll(engine) {
  describe(engine, { timeout: 900_000 }, () => {
    const desk = new Desk(engine);
    before(async () => {
      const { page } = await desk.reader('blog', { base: '/blog/' });
      console.log(`# ${page.version}`);
    });
    after(() => desk.close());
    for (const suite of [reading, sameness, search, live, clock, failure, look, hostile, hosts, serve]) suite.define(desk);
  });
}
