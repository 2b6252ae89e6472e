import { el, nextId } from './dom.js';

/**
 * Shows what has to be mended: a summary that takes the focus, and each sentence again at its field.
 *
 * @param {HTMLElement} summary
 * @param {HTMLElement} root
 * @param {Desk.Problem[]} problems
 */
export function showProblems(summary, root, problems) {
  clearProblems(summary, root);
  if (!problems.length) return;
  const placed = problems.map(problem => ({ message: problem.message, place: placeOf(root, problem.field) })).sort(fromTopToBottom);
  const title = problems.every(problem => !problem.field) ? 'The desk could not take this'
    : problems.length === 1 ? 'One thing to mend' : `${problems.length} things to mend`;
  const box = el('div', { class: 'desk-summary', role: 'alert', tabindex: '-1' },
    el('h4', {}, title),
    el('ul', {}, placed.map(({ message, place }) => {
      if (place) mark(place, message);
      return el('li', {}, place
        ? el('button', { type: 'button', class: 'desk-link', onclick: () => focusOn(place) }, message)
        : message);
    })));
  summary.append(box);
  box.focus({ preventScroll: true });
  summary.scrollIntoView({ block: 'start' });
}

/**
 * @param {HTMLElement} summary
 * @param {HTMLElement} root
 */
export function clearProblems(summary, root) {
  summary.replaceChildren();
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.desk-wrong'))) unmark(place);
}

/** A field that is being mended need not shout any longer. @param {HTMLElement} root */
export function forgiveOnInput(root) {
  const forgive = (/** @type {Event} */ event) => {
    const place = event.target instanceof Element && event.target.closest('.desk-wrong');
    if (place instanceof HTMLElement) unmark(place);
  };
  root.addEventListener('input', forgive);
  root.addEventListener('change', forgive);
}

/**
 * As they stand on the page; what belongs to no field comes first.
 *
 * @param {{ place: HTMLElement | undefined }} one
 * @param {{ place: HTMLElement | undefined }} other
 */
function fromTopToBottom(one, other) {
  if (!one.place || !other.place) return Number(Boolean(one.place)) - Number(Boolean(other.place));
  return one.place.compareDocumentPosition(other.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/**
 * The field of the path, or the nearest one around it: performers[0].name, performers[0], performers.
 *
 * @param {HTMLElement} root
 * @param {string} path
 */
function placeOf(root, path) {
  for (let at = path; at; at = at.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '')) {
    const found = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[data-path=${JSON.stringify(at)}]`));
    const place = [...found].find(each => !each.closest('[hidden]'));
    if (place) return place;
  }
  return undefined;
}

/**
 * The control to which what is wrong with the place belongs.
 *
 * @param {HTMLElement & Partial<Desk.Place>} place
 */
const controlIn = place => place.control ?? place;

/**
 * @param {HTMLElement} place
 * @param {string} message
 */
function mark(place, message) {
  const control = controlIn(place);
  const already = place.querySelector(':scope > .desk-error');
  if (already) {
    already.append(` ${message}`);
    return;
  }
  const error = el('p', { class: 'desk-error', id: nextId('desk-error') }, message);
  place.classList.add('desk-wrong');
  control.setAttribute('aria-invalid', 'true');
  control.setAttribute('aria-describedby', `${error.id} ${control.dataset.describedBy ?? ''}`.trim());
  const before = place.querySelector(':scope > .form-control, :scope > .desk-options');
  if (before) before.before(error);
  else place.append(error);
}

/** @param {HTMLElement} place */
function unmark(place) {
  const control = controlIn(place);
  place.classList.remove('desk-wrong');
  place.querySelector(':scope > .desk-error')?.remove();
  control.removeAttribute('aria-invalid');
  if (control.dataset.describedBy) control.setAttribute('aria-describedby', control.dataset.describedBy);
  else control.removeAttribute('aria-describedby');
}

/** @param {HTMLElement} place */
function focusOn(place) {
  const control = controlIn(place) === place || place.matches('fieldset')
    ? /** @type {HTMLElement | null} */ (place.querySelector('input, textarea, select, button')) : controlIn(place);
  place.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
