/** One way to describe the fields of a form: what each is called and holds, when it is asked, and what is wrong with it. */
import { choices, choose, chosen, el, field, put, tick } from './dom.js';

/** The answers of a form by the name of the field. @typedef {Record<string, any>} Answers */

/**
 * What a field is on the page.
 *
 * @typedef {object} Part
 * @property {HTMLElement} element
 * @property {() => any} read
 * @property {(value: any) => void} write
 * @property {(missing?: string) => Desk.Problem[]} [problems] for a field of several controls, each with its own sentences
 */

/**
 * @typedef {object} Description
 * @property {string} name what the server calls it, too
 * @property {string} label
 * @property {'line' | 'email' | 'text' | 'day' | 'moment' | 'choice' | 'select' | 'tick' | 'own'} kind “own” is made by `make`
 * @property {Desk.Content} [help]
 * @property {number} [longest] how many characters fit
 * @property {string} [subject] what the sentence about its length calls it; its label when there is none
 * @property {boolean} [optional] may stay empty, and is marked so
 * @property {string | ((answers: Answers) => string | false | undefined)} [missing] the sentence when nothing is given; a
 *     function says by false that nothing need be given just now
 * @property {(answers: Answers) => boolean} [when] whether it is asked at all
 * @property {Desk.Option[]} [options]
 * @property {boolean} [cards] shows the options as cards
 * @property {Record<string, string>} [attributes] of its control
 * @property {number} [rows] lines that are seen of a text
 * @property {(path: string) => Part} [make]
 */

/** The fields of a form, or of a part of one. */
export class Fields {
  /**
   * @param {Description[]} descriptions
   * @param {string} [prefix] what stands before the names in the server's answers
   */
  constructor(descriptions, prefix = '') {
    this.descriptions = descriptions;
    this.prefix = prefix;
    this.parts = new Map(descriptions.map(each => [each.name, partOf(each, this.path(each.name))]));
  }

  /** Gives the fields another place in the server's answers. @param {string} prefix */
  moveTo(prefix) {
    this.prefix = prefix;
    for (const [name, { element }] of this.parts) element.dataset.path = this.path(name);
  }

  /** @param {string} name */
  path(name) {
    return this.prefix ? `${this.prefix}.${name}` : name;
  }

  /** @param {string} name */
  part(name) {
    const part = this.parts.get(name);
    if (!part) throw new Error(`There is no field “${name}”.`);
    return part;
  }

  /** @param {string} name */
  place(name) {
    return this.part(name).element;
  }

  /** @returns {HTMLElement[]} */
  get places() {
    return [...this.parts.values()].map(({ element }) => element);
  }

  /** @returns {Answers} */
  get answers() {
    return Object.fromEntries([...this.parts].map(([name, { read }]) => [name, read()]));
  }

  /** @param {Answers | null | undefined} answers */
  set answers(answers) {
    for (const [name, { write }] of this.parts) write(answers?.[name]);
  }

  /** What was asked and answered. @returns {Answers} */
  get given() {
    const answers = this.answers;
    return Object.fromEntries(this.asked(answers).map(({ name }) => [name, answers[name]]).filter(([, value]) => !isEmpty(value)));
  }

  asked(answers = this.answers) {
    return this.descriptions.filter(({ when }) => !when || when(answers));
  }

  /** Shows what is asked now. */
  react() {
    const asked = this.asked();
    for (const each of this.descriptions) this.place(each.name).hidden = !asked.includes(each);
  }

  /** @returns {Desk.Problem[]} */
  problems() {
    const answers = this.answers;
    return this.asked(answers).flatMap(each => this.problemsOf(each, answers));
  }

  /**
   * @param {Description} description
   * @param {Answers} answers
   * @returns {Desk.Problem[]}
   */
  problemsOf(description, answers) {
    const { name, label, kind, longest, subject = `“${label}”` } = description;
    const value = answers[name];
    const missing = sentenceWhenMissing(description, answers);
    const { problems } = this.part(name);
    if (problems) return problems(missing);
    const message = isEmpty(value) || (kind === 'tick' && !value) ? missing : longest && tooLong(subject, value, longest);
    return message ? [{ field: this.path(name), message }] : [];
  }
}

/**
 * The sentence about a text that does not fit; nothing when it does.
 *
 * @param {string} subject what is too long
 * @param {string} text
 * @param {number} longest
 */
export function tooLong(subject, text, longest) {
  return text.length > longest
    ? `${subject} has ${text.length.toLocaleString('en')} characters; ${longest.toLocaleString('en')} fit. Please shorten it.`
    : '';
}

/**
 * A tick is wanted only where its description says so; anything else unless it is optional.
 *
 * @param {Description} description
 * @param {Answers} answers
 */
function sentenceWhenMissing({ label, kind, optional, missing }, answers) {
  if (typeof missing === 'function') return missing(answers) || undefined;
  return missing ?? (optional || kind === 'tick' ? undefined : `Please answer: ${label}`);
}

/** @param {unknown} value */
function isEmpty(value) {
  return value === undefined || value === null || value === '';
}

/**
 * @param {Description} description
 * @param {string} path
 * @returns {Part}
 */
function partOf(description, path) {
  const { label, kind, help, longest, optional, options = [], cards, make } = description;
  if (make) return make(path);
  if (kind === 'choice') {
    const group = choices({ path, legend: label, help, options, cards });
    return { element: group, read: () => chosen(group, options), write: value => choose(group, value) };
  }
  if (kind === 'tick') {
    const box = tick({ path, label, help });
    return { element: box, read: () => box.control.checked, write: value => { box.control.checked = Boolean(value); } };
  }
  const control = controlOf(description);
  const element = field({ path, label, help, control, optional, counted: kind === 'text' ? longest : 0 });
  return { element, read: () => control.value.trim(), write: value => put(control, value) };
}

const TYPES = { line: 'text', email: 'email', day: 'date', moment: 'datetime-local' };

/** @param {Description} description */
function controlOf({ kind, longest, rows = 3, options = [], attributes }) {
  if (kind === 'select') {
    return el('select', { ...attributes }, el('option', { value: '' }, 'Please choose'),
      options.map(option => el('option', { value: option.value }, option.label)));
  }
  return kind === 'line' || kind === 'email' || kind === 'day' || kind === 'moment'
    ? el('input', { type: TYPES[kind], maxlength: longest, autocomplete: 'off', ...attributes })
    : el('textarea', { rows: String(rows), ...attributes });
}
