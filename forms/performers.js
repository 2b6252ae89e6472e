import { catalogue } from './catalogue.js';
import { el, relabel } from './dom.js';
import { Fields } from './fields.js';

const SHORT = 200;

/** What is asked about each of them. @type {import('./fields.js').Description[]} */
const PERSON = [
  { name: 'role', kind: 'select', label: 'Capacity', options: catalogue.roles, missing: 'Please choose in what capacity they are concerned.' },
  { name: 'name', kind: 'line', label: 'Name, or the craft', longest: SHORT, missing: 'Please give the name of the person or craft.' },
  { name: 'union', kind: 'line', label: 'Union or guild', longest: SHORT, optional: true },
  { name: 'representative', kind: 'line', label: 'Representative', longest: SHORT,
    missing: ({ role }) => speaksFor(role) && `Please name the ${speaksFor(role)?.toLowerCase()} who can consent.` },
  { name: 'use', kind: 'text', label: 'What exactly would be done', rows: 2, longest: 1000, subject: 'The description of the use',
    missing: 'Please describe what exactly would be done.',
    help: 'As you would tell them, for example “Her voice says two new lines in episode 3, scene 14”.' },
];

/** The people and crafts whose consent a request concerns; one row each. */
export class Performers extends HTMLElement {
  /** @type {{ row: HTMLElement, fields: Fields }[]} */
  entries = [];

  rows = el('div', { class: 'desk-people' });
  add = el('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => this.addPerson() }, 'Add a person or craft');

  connectedCallback() {
    if (this.contains(this.rows)) return;
    this.append(el('fieldset', { class: 'desk-field', 'data-path': 'performers' },
      el('legend', {}, 'Who is concerned?'),
      el('p', { class: 'desk-help' },
        'Everybody whose face, voice or performance is used, or the represented craft whose work is concerned. '
        + 'Talent relations asks for each consent separately.'),
      this.rows, this.add));
  }

  /** Opens a first empty row, so that it is plain what is wanted. */
  want() {
    if (!this.entries.length) this.addRow({});
  }

  addPerson() {
    this.addRow({}).row.querySelector('select')?.focus();
    this.changed();
  }

  get people() {
    return this.entries.map(({ fields }) => fields.answers);
  }

  /** @param {import('./fields.js').Answers[] | null | undefined} list */
  set people(list) {
    this.entries = [];
    this.rows.replaceChildren();
    (list ?? []).forEach(person => this.addRow(person));
  }

  /** As the API takes it; rows in which nothing was written are left out. @returns {Desk.Performer[]} */
  get given() {
    return this.entries.filter(written).map(({ fields }) => /** @type {any} */ (fields.given));
  }

  gaps() {
    return this.entries.filter(written).flatMap(({ fields }) => fields.problems());
  }

  /** @param {import('./fields.js').Answers} person */
  addRow(person) {
    const fields = new Fields(PERSON);
    /** @param {...string} names */
    const pair = (...names) => el('div', { class: 'desk-pair' }, names.map(name => fields.place(name)));
    const row = el('fieldset', { class: 'desk-person' }, el('legend'),
      pair('role', 'name'), pair('union', 'representative'), fields.place('use'),
      el('button', { type: 'button', class: 'desk-link desk-remove', onclick: () => this.removeRow(entry) }, 'Remove'));
    const entry = { row, fields };
    const label = () => {
      const who = speaksFor(fields.answers.role);
      relabel(fields.place('representative'), who ?? 'Agent or representative', !who);
    };
    fields.place('role').addEventListener('change', label);
    fields.answers = person;
    label();
    this.entries.push(entry);
    this.rows.append(row);
    this.renumber();
    return entry;
  }

  /** @param {{ row: HTMLElement, fields: Fields }} entry */
  removeRow(entry) {
    this.entries = this.entries.filter(each => each !== entry);
    entry.row.remove();
    this.renumber();
    this.add.focus();
    this.changed();
  }

  renumber() {
    this.entries.forEach(({ row, fields }, index) => {
      row.querySelector('legend')?.replaceChildren(`Person or craft ${index + 1}`);
      row.querySelector(':scope > .desk-remove')?.setAttribute('aria-label', `Remove person or craft ${index + 1}`);
      fields.moveTo(`performers[${index}]`);
    });
  }

  changed() {
    this.dispatchEvent(new Event('desk-changed', { bubbles: true }));
  }
}

/** Whether anything was written into the row. @param {{ fields: Fields }} entry */
const written = ({ fields }) => Object.keys(fields.given).length > 0;

/** Who consents for somebody in this capacity. @param {string} role */
const speaksFor = role => catalogue.roles.find(each => each.value === role)?.representative;
