/**
 * Counts the tests of one file from the events of node:test. Only leaves count: neither suites nor tests that hold tests.
 * A file whose process stopped early counts one failure for every test that it announced and never ended.
 */
export class Tally {
  passed = 0;
  /** @type {{ name: string, error: unknown }[]} */
  failures = [];
  /** @type {{ name: string, reason: string }[]} */
  skips = [];
  #announced = 0;
  #ended = 0;
  /** @type {number[]} children seen so far at each depth */
  #children = [];

  /** @param {string} file as it was given to node:test, which names the process of a file after it */
  constructor(file) {
    this.file = file;
  }

  /** @param {{ name: string }} event */
  announce({ name }) {
    if (name !== this.file) this.#announced++;
  }

  /** @param {TestEvent} event */
  end(event) {
    if (event.name === this.file) {
      if (event.details.error) this.failures.push({ name: 'the file itself', error: event.details.error });
      return;
    }
    this.#ended++;
    const holdsTests = (this.#children[event.nesting + 1] ?? 0) > 0;
    this.#children[event.nesting + 1] = 0;
    this.#children[event.nesting] = (this.#children[event.nesting] ?? 0) + 1;
    this.#count(event, holdsTests || event.details.type === 'suite');
  }

  /** @param {TestEvent} event @param {boolean} isParent */
  #count({ name, skip, todo, details: { error } }, isParent) {
    if (error?.failureType === 'subtestsFailed') return;
    if (error) this.failures.push({ name, error });
    else if (todo !== undefined && todo !== false) this.failures.push({ name, error: 'is marked "to do"' });
    else if (skip !== undefined && skip !== false) this.skips.push({ name, reason: String(skip === true ? '' : skip) });
    else if (!isParent) this.passed++;
  }

  /** To be called when the file's process is gone. */
  close() {
    const lost = this.#announced - this.#ended;
    if (lost > 0)
      this.failures.push({ name: 'the file itself', error: `its process stopped before ${lost} of its tests ended` });
    const counted = this.passed + this.failures.length + this.skips.length;
    if (counted === 0)
      this.failures.push({ name: 'the file itself', error: 'holds no test, or its process stopped before any ended' });
  }
}

/**
 * @typedef {{ name: string, nesting: number, skip?: string | boolean, todo?: string | boolean,
 *   details: { type?: string, error?: Error & { failureType?: string, cause?: unknown } } }} TestEvent
 */
