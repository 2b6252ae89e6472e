import { catalogue } from './catalogue.js';
import { choices, choose, chosen, el, field, put, relabel } from './dom.js';
import { tooLong } from './fields.js';
import { TextRows } from './rows.js';

const LONG = 4000;

/**
 * The decision as radio cards, with its reason. Elements between its tags that carry `data-when` are shown only with that
 * outcome, and only then sent.
 */
export class Outcome extends HTMLElement {
  variable = '';
  reasonVariable = '';
  reason = el('textarea', { rows: '5' });

  /** @type {Desk.Option[]} */
  options = [];

  /** @type {HTMLElement} */
  cards;

  /** @type {HTMLElement} */
  reasonField;

  connectedCallback() {
    if (this.contains(this.reason)) return;
    this.variable = this.getAttribute('variable') ?? '';
    this.reasonVariable = this.getAttribute('reason') ?? '';
    const { legend, options } = catalogue.outcomes[this.variable];
    this.options = options;
    this.cards = choices({ path: this.variable, legend, options, cards: true });
    this.reasonField = field({ path: this.reasonVariable, label: 'Reason', control: this.reason, counted: LONG,
      help: this.getAttribute('reason-help') });
    this.prepend(this.cards);
    this.append(this.reasonField);
    this.cards.addEventListener('change', () => this.react());
    this.react();
  }

  get outcome() {
    return chosen(this.cards, this.options);
  }

  react() {
    const option = this.options.find(each => each.value === this.outcome);
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll('[data-when]'))) {
      part.hidden = !option || !(part.dataset.when ?? '').split(' ').includes(String(option.value));
    }
    this.reasonField.hidden = !option;
    const required = option?.reason === 'required';
    relabel(this.reasonField, required ? 'Reason' : 'Remark', !required);
  }

  get value() {
    return { outcome: this.outcome, reason: this.reason.value };
  }

  /** @param {any} draft */
  set value(draft) {
    choose(this.cards, draft?.outcome);
    put(this.reason, draft?.reason);
    this.react();
  }

  /** @returns {Desk.Problem[]} */
  problems() {
    const option = this.options.find(each => each.value === this.outcome);
    if (!option) return [{ field: this.variable, message: 'Please choose one of the answers.' }];
    const reason = this.reason.value.trim();
    const message = !reason && option.reason === 'required'
      ? `Please give the reason for “${option.label.toLowerCase()}”.`
      : tooLong('The reason', reason, LONG);
    return message ? [{ field: this.reasonVariable, message }] : [];
  }

  /** @returns {Desk.Variables} */
  variables() {
    const reason = this.reason.value.trim();
    return {
      [this.variable]: { type: 'String', value: this.outcome },
      ...(reason && { [this.reasonVariable]: { type: 'String', value: reason } }),
    };
  }
}

/** The conditions of a clearance, one text each. */
export class Conditions extends HTMLElement {
  variable = '';

  /** @type {TextRows} */
  rows;

  connectedCallback() {
    if (this.rows) return;
    this.variable = this.getAttribute('variable') ?? '';
    this.rows = new TextRows({ path: this.variable, legend: 'Conditions', item: 'condition', longest: 1000, lines: 2,
      help: 'One condition each, so that it can be kept and checked by itself, for example “The poster is replaced if the scene is extended”. Each becomes a task for the requester, due within two weeks unless you write “by 2026-12-15” or another day.' });
    this.append(this.rows.element);
  }

  get value() {
    return this.rows.value;
  }

  /** @param {string[] | null | undefined} texts */
  set value(texts) {
    this.rows.value = texts;
  }

  /** @returns {Desk.Problem[]} */
  problems() {
    return this.rows.problems('Please write at least one condition, or clear the request without any.');
  }

  /** @returns {Desk.Variables} */
  variables() {
    return { [this.variable]: { type: 'Json', value: this.rows.value } };
  }
}

/** The last day on which an approval holds; empty for the longest time that there is. */
export class ValidUntil extends HTMLElement {
  variable = '';

  /** @type {HTMLInputElement} */
  control;

  connectedCallback() {
    if (this.control) return;
    this.variable = this.getAttribute('variable') ?? '';
    const last = new Date();
    last.setFullYear(last.getFullYear() + 2);
    this.control = el('input', { type: 'date', min: new Date().toLocaleDateString('sv'), max: last.toLocaleDateString('sv') });
    this.append(field({ path: this.variable, label: 'Valid until', control: this.control, optional: true,
      help: 'The last day on which the approval holds. Without one it holds for two years, which is the longest.' }));
  }

  /** @returns {string} */
  get value() {
    return this.control.value;
  }

  /** @param {string | null} day */
  set value(day) {
    put(this.control, day);
  }

  /** @returns {Desk.Problem[]} */
  problems() {
    if (this.control.validity.badInput) return [{ field: this.variable, message: 'Please complete the date, or empty it.' }];
    if (this.value && this.value < this.control.min) {
      return [{ field: this.variable, message: '“Valid until” lies in the past. Please choose a later day or leave it empty.' }];
    }
    return this.value > this.control.max
      ? [{ field: this.variable, message: 'An approval holds for two years at most. Please choose an earlier day or leave it empty.' }]
      : [];
  }

  /** @returns {Desk.Variables} */
  variables() {
    return this.value ? { [this.variable]: { type: 'String', value: this.value } } : {};
  }
}
