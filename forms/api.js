/** Calls to the desk's own endpoints with the session of the page. */

/** The desk said no: a sentence for the person, and sentences for single fields. */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {Desk.Problem[]} [problems]
   */
  constructor(message, problems = []) {
    super(message);
    this.problems = problems;
  }
}

/** The sentence of whatever was thrown. @param {unknown} failure */
export function messageOf(failure) {
  return failure instanceof Error ? failure.message : String(failure);
}

/** Goes with every change, so that nothing is recorded as that of somebody who has signed in since the form was opened. */
export const OPENED_BY = 'X-Desk-User';

let opener = '';

/** Whoever opened the form that is shown. @param {string} user */
export function openedBy(user) {
  opener = user;
}

const OFFLINE = 'The desk cannot be reached just now. Nothing you typed is lost; please try again in a moment.';

/** @returns {Promise<Desk.Case>} */
export const fetchCase = (/** @type {string} */ number) => call('GET', `api/requests/${encodeURIComponent(number)}`);

/** Every agreement under which people work, with what it asks of a consent. @returns {Promise<Desk.Agreement[]>} */
export const fetchAgreements = () => call('GET', 'api/agreements');

/** @returns {Promise<Desk.Triage>} */
export const triage = (/** @type {Desk.Facts} */ facts, /** @type {AbortSignal} */ signal) => call('POST', 'api/triage', facts, signal);

/** The Netflix contacts whom a request may name. @returns {Promise<{ name: string, address: string }[]>} */
export const fetchContacts = () => call('GET', 'api/contacts');

/**
 * Resolves when the request can be taken, rejects with a Refusal that names the fields. Stores nothing. With the number of
 * the request that is changed, when it is no new one.
 *
 * @param {Desk.Request} request
 * @param {string} [number]
 */
export const validate = (request, number) =>
  call('POST', `api/requests/validation${number ? `?number=${encodeURIComponent(number)}` : ''}`, request);

/**
 * Uploads a file, for a running case when its number is given; the answer has the id that goes into the request.
 *
 * @param {File} file
 * @param {string} [number]
 * @returns {Promise<Desk.File>}
 */
export function upload(file, number) {
  const body = new FormData();
  body.append('file', file);
  return call('POST', number ? `api/requests/${encodeURIComponent(number)}/evidence` : 'api/evidence', body);
}

export const evidenceAddress = (/** @type {string} */ number, /** @type {string} */ id) =>
  address(`api/requests/${encodeURIComponent(number)}/evidence/${encodeURIComponent(id)}`);

/** The scripts are served at <context path>/desk/, which is how the context path is known. @param {string} path */
export function address(path) {
  return new URL(`../${path}`, import.meta.url).pathname;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [content]
 * @param {AbortSignal} [signal]
 */
async function call(method, path, content, signal) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json, application/problem+json' };
  if (method !== 'GET') {
    headers['X-DESK-CSRF'] = cookie('DESK-CSRF');
    if (opener) headers[OPENED_BY] = opener;
  }
  const isForm = content instanceof FormData;
  if (content && !isForm) headers['Content-Type'] = 'application/json';
  const body = isForm ? content : content && JSON.stringify(content);
  let response;
  try {
    response = await fetch(address(path), { method, headers, body, signal, credentials: 'same-origin' });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Refusal(OFFLINE);
  }
  const answer = await read(response);
  if (response.ok && !response.redirected) return answer;
  throw new Refusal(answer?.detail || sentenceFor(response), answer?.errors ?? []);
}

/** @param {Response} response */
async function read(response) {
  if (!/json/.test(response.headers.get('Content-Type') ?? '')) return null;
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** @param {Response} response */
function sentenceFor(response) {
  if (response.redirected || response.status === 401) {
    return 'Your session has ended. Please sign in again in another tab; what you typed stays here.';
  }
  if (response.status === 403) return 'You may not do this, or your session has ended. Please reload the page and sign in again.';
  if (response.status === 404) return 'This cannot be found. It may have been withdrawn, or you may not see it.';
  if (response.status === 413) return 'The file is too large. Up to 25 MB fit.';
  return OFFLINE;
}

/** @param {string} name */
function cookie(name) {
  const found = document.cookie.split('; ').find(pair => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
