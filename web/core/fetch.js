// The only requests of the shell: to the site's own files.

/** A request that failed: `status` as HTTP has it, 0 when no answer came. */
export class FetchError extends Error {
  /** @param {string | URL} url @param {number} status @param {ErrorOptions} [options] */
  constructor(url, status, options) {
    super(`${url}: ${status ? `status ${status}` : 'no answer'}`, options);
    this.name = 'FetchError';
    this.url = String(url);
    this.status = status;
  }
}

/** What a promise of the network fails with. @param {string | URL} url */
const noAnswer = (url) => (/** @type {Error} */ cause) => {
  throw cause.name === 'AbortError' ? cause : new FetchError(url, 0, { cause });
};

/**
 * @param {string | URL} url @param {RequestInit} [options]
 * @returns {Promise<Response>} of a status of success; else rejects with FetchError, or AbortError
 */
export async function request(url, options) {
  const response = await fetch(url, options).catch(noAnswer(url));
  if (!response.ok) throw new FetchError(url, response.status);
  return response;
}

/** @param {string | URL} url @param {RequestInit} [options] */
export async function fetchBytes(url, options) {
  const response = await request(url, options);
  return new Uint8Array(await response.arrayBuffer().catch(noAnswer(url)));
}

/**
 * A file that may be absent: null then.
 * @param {string | URL} url @param {RequestInit} [options]
 */
export function fetchOptional(url, options) {
  return fetchBytes(url, options).catch((error) => {
    if (error.status === 404 || error.status === 403) return null; // S3 says 403 for what is not there
    throw error;
  });
}
