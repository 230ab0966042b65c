// A reader: a page of some engine at some host, with the words that the suites need.
import assert from 'node:assert/strict';
import { SilentPage, until } from './engines.mjs';

export class Reader {
  /** @param {Awaited<ReturnType<import('./engines.mjs').open>>} page @param {import('./host.mjs').Host} host */
  constructor(page, host) {
    this.page = page;
    this.host = host;
  }

  /**
   * Opens a path below the base as a fresh page, and waits until it is `view`. Chromium loses a tab now and then, and
   * answers nothing more about it. Then another tab has to show the same; what is wrong with the page itself will be
   * silent there too.
   */
  async open(path, view) {
    try {
      await this.#open(path, view);
    } catch (error) {
      if (!(error instanceof SilentPage) || !this.page.renew) throw error;
      console.log(`# ${this.page.name} lost its tab at ${this.host.url(path)}; once more in another`);
      await this.page.renew();
      await this.#open(path, view);
    }
  }

  async #open(path, view) {
    await this.page.goto(this.host.url(path));
    if (view) await this.shows(view);
  }

  /** Waits until the view in place is of this kind. */
  shows(view) {
    return this.sees((wanted) => document.documentElement.dataset.ready === wanted, `the ${view} view`, view);
  }

  /** Waits for what `probe` finds in the page. */
  sees(probe, what, ...args) {
    return until(() => this.page.evaluate(probe, ...args), `${what} (${this.page.name})`);
  }

  /** Waits for an element. */
  has(selector) {
    return this.sees((wanted) => document.querySelector(wanted) !== null, selector, selector);
  }

  count(selector) {
    return this.page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
  }

  evaluate(probe, ...args) {
    return this.page.evaluate(probe, ...args);
  }

  text(selector) {
    return this.page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);
  }

  /** The address below the base. */
  async address() {
    return (await this.page.evaluate(() => location.href)).replace(this.host.url(), '');
  }

  back() {
    return this.page.evaluate(() => history.back());
  }

  /** Marks the document, to see later whether it is still the same one. */
  async stay() {
    await this.page.evaluate(() => (document.documentElement.dataset.visit = 'same'));
    return () => this.page.evaluate(() => document.documentElement.dataset.visit === 'same');
  }

  /** What has gone wrong since the last time: errors, violations, console output. */
  async complaints() {
    return this.page.evaluate(() => {
      const found = JSON.parse(sessionStorage.getItem('recorded') ?? '[]');
      sessionStorage.removeItem('recorded');
      return found;
    });
  }

  /** Nothing has gone wrong, but for what matches `expected`. */
  async isCalm(expected) {
    const found = await this.complaints();
    assert.deepEqual(found.filter((complaint) => !expected?.test(complaint)), []);
  }
}
