/**
 * A page without a browser, and a desk that answers what a test has told it to. Imported first by every test, because the
 * scripts of the forms ask for the page and the catalogue as soon as they are loaded.
 */
import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';

// Far from Greenwich, so that a day that a time zone moves is seen.
process.env.TZ = 'America/Los_Angeles';

const { window } = new JSDOM('<!doctype html><body></body>', { url: 'https://desk.example/camunda/app/tasklist/default/', pretendToBeVisual: true });
for (const name of ['window', 'document', 'customElements', 'sessionStorage', 'localStorage', 'HTMLElement', 'Element', 'Node', 'Event',
  'FormData', 'MutationObserver']) {
  globalThis[name] = window[name] ?? window;
}
window.Element.prototype.scrollIntoView = () => {};

/** What was sent to the desk: {method, path, headers, body}. */
export const calls = [];

const answers = new Map();

/** From now on the desk answers so to a path below its address, such as “api/contacts”. */
export function answer(path, body, status = 200, type = 'application/json') {
  answers.set(path, { body, status, type });
}

/** As if the desk could not be reached. */
export function unreachable(path) {
  answers.set(path, null);
}

globalThis.fetch = async (url, options = {}) => {
  if (url instanceof URL && url.protocol === 'file:') return new Response(await readFile(url));
  options.signal?.throwIfAborted();
  const path = [...answers.keys()].filter(each => String(url).split('?')[0].endsWith(`/${each}`)).pop();
  calls.push({ ...options, path, url: String(url) });
  const given = answers.get(path);
  if (!given) throw new TypeError('fetch failed');
  options.signal?.throwIfAborted();
  return new Response(given.body === undefined ? null : JSON.stringify(given.body), { status: given.status, headers: { 'Content-Type': given.type } });
};

/** Puts an element on the page and gives it back. */
export function shown(element) {
  document.body.replaceChildren(element);
  return element;
}

/** The part of a form whose path that is. */
export const place = path => document.querySelector(`[data-path=${JSON.stringify(path)}]`);

/** Types as a person does. */
export function types(path, text) {
  const control = place(path).querySelector('input, textarea, select');
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Chooses one of the answers, or ticks a box. */
export function chooses(path, value = 'on') {
  const control = [...place(path).querySelectorAll('input')].find(each => each.value === String(value));
  control.checked = true;
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The button that says so, inside an element or on the page. */
export const button = (text, root = document) => [...root.querySelectorAll('button')].find(each => each.textContent === text);

/** The fields about which something is wrong. */
export const fields = problems => problems.map(({ field }) => field);

/** Lets what was set going come to its end. */
export const settled = () => new Promise(resolve => setTimeout(resolve, 5));
