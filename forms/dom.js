/** Small building blocks. Text from people only ever becomes text nodes, never markup. */

let counter = 0;

/** @param {string} prefix */
export function nextId(prefix) {
  counter += 1;
  return `${prefix}-${counter}`;
}

/**
 * An element; attributes named on… with a function become listeners, false and null ones are left out.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...Desk.Content} children
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on') && typeof value === 'function') element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...nodes(children));
  return element;
}

/**
 * Puts this in place of what an element holds.
 *
 * @param {HTMLElement} element
 * @param {...Desk.Content} content
 */
export function fill(element, ...content) {
  element.replaceChildren(...nodes(content));
}

/**
 * What of the content there is; the rest was left out by a condition.
 *
 * @param {Desk.Content[]} content
 * @returns {(Node | string)[]}
 */
function nodes(content) {
  return content.flatMap(each => {
    if (Array.isArray(each)) return nodes(each);
    return each === null || each === undefined || each === false ? [] : [each];
  });
}

/**
 * Registers once, however often the script is loaded.
 *
 * @param {string} name
 * @param {CustomElementConstructor} constructor
 */
export function define(name, constructor) {
  if (!customElements.get(name)) customElements.define(name, constructor);
}

/**
 * A labelled control with help and a place for its error; the path is the field's name in the server's answers.
 *
 * @template {Desk.Control} C
 * @param {{ path: string, label: string, help?: Desk.Content, control: C, optional?: boolean, counted?: number }} described
 */
export function field({ path, label, help, control, optional = false, counted = 0 }) {
  const id = control.id || nextId('desk-field');
  control.id = id;
  const described = [];
  /** @type {Desk.Content[]} */
  const parts = [el('label', { for: id }, label, optional && optionally())];
  if (help) {
    described.push(`${id}-help`);
    parts.push(el('p', { class: 'desk-help', id: `${id}-help` }, help));
  }
  parts.push(control);
  if (counted) {
    described.push(`${id}-count`);
    parts.push(counterOf(control, counted, `${id}-count`));
  }
  control.classList.add('form-control');
  return describedBy(el('div', { class: 'desk-field', 'data-path': path }, parts), control, described);
}

/**
 * Gives a field another label.
 *
 * @param {HTMLElement} place
 * @param {string} text
 * @param {boolean} [optional]
 */
export function relabel(place, text, optional) {
  place.querySelector('label')?.replaceChildren(text, ...(optional ? [optionally()] : []));
}

/** What stands behind the label of a field that may stay empty. */
export function optionally() {
  return el('span', { class: 'desk-optional' }, ' optional');
}

/**
 * A group of radio buttons.
 *
 * @param {{ path: string, legend: string, help?: Desk.Content, options: Desk.Option[], cards?: boolean, optional?: boolean }} described
 */
export function choices({ path, legend, help, options, cards = false, optional = false }) {
  const name = nextId('desk-choice');
  const group = el('fieldset', { class: `desk-field desk-choices${cards ? ' desk-cards' : ''}`, 'data-path': path },
    el('legend', {}, legend, optional && optionally()));
  const described = [];
  if (help) {
    described.push(`${name}-help`);
    group.append(el('div', { class: 'desk-help', id: `${name}-help` }, help));
  }
  group.append(el('div', { class: 'desk-options' }, options.map(option => {
    const radio = el('input', { type: 'radio', name, id: nextId(name), value: String(option.value) });
    return el('label', { class: 'desk-option', for: radio.id }, radio,
      el('span', {}, el('span', { class: 'desk-option-label' }, option.label),
        option.hint && el('span', { class: 'desk-option-hint' }, option.hint)));
  })));
  return describedBy(group, group, described);
}

/**
 * The value of the chosen option, as the catalogue has it (text, true or false); undefined when nothing is chosen.
 *
 * @param {HTMLElement} group
 * @param {Desk.Option[]} options
 */
export function chosen(group, options) {
  const radio = radios(group).find(each => each.checked);
  return radio ? options.find(option => String(option.value) === radio.value)?.value : undefined;
}

/**
 * @param {HTMLElement} group
 * @param {Desk.Fact} [value]
 */
export function choose(group, value) {
  for (const radio of radios(group)) radio.checked = radio.value === String(value);
}

/**
 * @param {HTMLElement} group
 * @returns {HTMLInputElement[]}
 */
function radios(group) {
  return [...group.querySelectorAll('input')].filter(input => input.type === 'radio');
}

/**
 * A tick box that is a field of its own.
 *
 * @param {{ path: string, label: string, help?: Desk.Content }} described
 */
export function tick({ path, label, help }) {
  const box = el('input', { type: 'checkbox', id: nextId('desk-tick') });
  const helpId = `${box.id}-help`;
  const wrapper = el('div', { class: 'desk-field desk-tick', 'data-path': path },
    el('label', { for: box.id }, box, el('span', {}, label)),
    help && el('p', { class: 'desk-help', id: helpId }, help));
  return describedBy(wrapper, box, help ? [helpId] : []);
}

/**
 * @template {HTMLElement} C
 * @param {HTMLElement} wrapper
 * @param {C} control
 * @param {string[]} ids
 * @returns {Desk.Place<C>}
 */
function describedBy(wrapper, control, ids) {
  control.dataset.describedBy = ids.join(' ');
  if (ids.length) control.setAttribute('aria-describedby', ids.join(' '));
  return Object.assign(wrapper, { control });
}

/**
 * @param {Desk.Control} control
 * @param {number} longest
 * @param {string} id
 */
function counterOf(control, longest, id) {
  const count = el('p', { class: 'desk-count', id });
  const update = () => {
    const length = control.value.trim().length;
    count.textContent = length > longest
      ? `${(length - longest).toLocaleString('en')} characters too many; ${longest.toLocaleString('en')} fit.`
      : `${length.toLocaleString('en')} of ${longest.toLocaleString('en')} characters`;
    count.classList.toggle('desk-too-long', length > longest);
  };
  control.addEventListener('input', update);
  control.addEventListener('desk-set', update);
  update();
  return count;
}

/**
 * Sets a control's value and lets its counter know.
 *
 * @param {Desk.Control} control
 * @param {string | null} [value]
 */
export function put(control, value) {
  control.value = value ?? '';
  control.dispatchEvent(new Event('desk-set'));
}
