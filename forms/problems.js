import { el, nextId } from './dom.js';

/** Shows what has to be mended: a summary that takes the focus, and each sentence again at its field. */
export function showProblems(summary, root, problems) {
  clearProblems(summary, root);
  if (!problems.length) return;
  const placed = problems.map(problem => ({ message: problem.message, place: placeOf(root, problem.field) })).sort(fromTopToBottom);
  const title = problems.every(problem => !problem.field) ? 'The desk could not take this'
    : problems.length === 1 ? 'One thing to mend' : `${problems.length} things to mend`;
  summary.append(el('div', { class: 'desk-summary', role: 'alert', tabindex: '-1' },
    el('h4', {}, title),
    el('ul', {}, placed.map(({ message, place }) => {
      if (place) mark(place, message);
      return el('li', {}, place
        ? el('button', { type: 'button', class: 'desk-link', onclick: () => focusOn(place) }, message)
        : message);
    }))));
  summary.firstChild.focus({ preventScroll: true });
  summary.scrollIntoView({ block: 'start' });
}

export function clearProblems(summary, root) {
  summary.replaceChildren();
  for (const place of root.querySelectorAll('.desk-wrong')) unmark(place);
}

/** A field that is being mended need not shout any longer. */
export function forgiveOnInput(root) {
  const forgive = event => {
    const place = event.target.closest('.desk-wrong');
    if (place) unmark(place);
  };
  root.addEventListener('input', forgive);
  root.addEventListener('change', forgive);
}

/** As they stand on the page; what belongs to no field comes first. */
function fromTopToBottom(one, other) {
  if (!one.place || !other.place) return Number(Boolean(one.place)) - Number(Boolean(other.place));
  return one.place.compareDocumentPosition(other.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The field of the path, or the nearest one around it: performers[0].name, performers[0], performers. */
function placeOf(root, path) {
  for (let at = path; at; at = at.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '')) {
    const place = [...root.querySelectorAll(`[data-path=${JSON.stringify(at)}]`)].find(found => !found.closest('[hidden]'));
    if (place) return place;
  }
  return null;
}

function mark(place, message) {
  const control = place.control ?? place;
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

function unmark(place) {
  const control = place.control ?? place;
  place.classList.remove('desk-wrong');
  place.querySelector(':scope > .desk-error')?.remove();
  control.removeAttribute('aria-invalid');
  if (control.dataset.describedBy) control.setAttribute('aria-describedby', control.dataset.describedBy);
  else control.removeAttribute('aria-describedby');
}

function focusOn(place) {
  const control = place.matches('fieldset') || !place.control ? place.querySelector('input, textarea, select, button') : place.control;
  place.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
