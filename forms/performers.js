import { catalogue } from './catalogue.js';
import { el, field, nextId, put } from './dom.js';

const USE_LONGEST = 1000;

/** The people and crafts whose consent a request concerns; one row each. */
export class Performers extends HTMLElement {
  connectedCallback() {
    if (this.rows) return;
    this.rows = el('div', { class: 'desk-people' });
    this.add = el('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => this.addPerson() }, 'Add a person or craft');
    this.box = el('fieldset', { class: 'desk-field', 'data-path': 'performers' },
      el('legend', {}, 'Who is concerned?'),
      el('p', { class: 'desk-help' },
        'Everybody whose face, voice or performance is used, or the represented craft whose work is concerned. '
        + 'Talent relations asks for each consent separately.'),
      this.rows, this.add);
    this.append(this.box);
  }

  /** Opens a first empty row, so that it is plain what is wanted. */
  want() {
    if (!this.rows.children.length) this.addRow({});
  }

  addPerson() {
    this.addRow({}).querySelector('select').focus();
    this.changed();
  }

  get people() {
    return [...this.rows.children].map(row => row.read());
  }

  set people(list) {
    this.rows.replaceChildren();
    (list ?? []).forEach(person => this.addRow(person));
  }

  /** As the API takes it; rows in which nothing was written are left out. */
  get given() {
    return this.people.filter(written).map(person =>
      Object.fromEntries(Object.entries(person).filter(([, text]) => text !== '')));
  }

  gaps() {
    const problems = [];
    [...this.rows.children].forEach((row, index) => {
      const person = row.read();
      if (!written(person)) return;
      const wrong = (name, message) => problems.push({ field: `performers[${index}].${name}`, message });
      if (!person.name) wrong('name', 'Please give the name of the person or craft.');
      if (!person.role) wrong('role', 'Please choose in what capacity they are concerned.');
      if (!person.use) wrong('use', 'Please describe what exactly would be done.');
      if (person.use.length > USE_LONGEST) wrong('use', `The description of the use has ${person.use.length.toLocaleString('en')} characters; 1,000 fit. Please shorten it.`);
      if (speaksFor(person.role) && !person.representative) wrong('representative', `Please name the ${speaksFor(person.role).toLowerCase()} who can consent.`);
    });
    return problems;
  }

  addRow(person) {
    const name = el('input', { type: 'text', maxlength: '200', autocomplete: 'off' });
    const role = el('select', { id: nextId('desk-role') }, el('option', { value: '' }, 'Please choose'),
      catalogue.roles.map(each => el('option', { value: each.value }, each.label)));
    const union = el('input', { type: 'text', maxlength: '200', autocomplete: 'off' });
    const representative = el('input', { type: 'text', maxlength: '200', autocomplete: 'off' });
    const use = el('textarea', { rows: '2' });
    const speaks = field({ path: 'representative', label: 'Representative', control: representative });
    const row = el('fieldset', { class: 'desk-person' }, el('legend', {}),
      el('div', { class: 'desk-pair' },
        field({ path: 'role', label: 'Capacity', control: role }),
        field({ path: 'name', label: 'Name, or the craft', control: name })),
      el('div', { class: 'desk-pair' },
        field({ path: 'union', label: 'Union or guild', control: union, optional: true }),
        speaks),
      field({ path: 'use', label: 'What exactly would be done', control: use, counted: USE_LONGEST,
        help: 'As you would tell them, for example “Her voice says two new lines in episode 3, scene 14”.' }),
      el('button', { type: 'button', class: 'desk-link desk-remove', onclick: () => this.removeRow(row) }, 'Remove'));
    const label = () => {
      const who = speaksFor(role.value);
      speaks.querySelector('label').replaceChildren(who ?? 'Agent or representative',
        who ? '' : el('span', { class: 'desk-optional' }, ' optional'));
    };
    role.addEventListener('change', label);
    row.read = () => ({
      name: name.value.trim(), role: role.value, union: union.value.trim(),
      representative: representative.value.trim(), use: use.value.trim(),
    });
    put(name, person.name);
    put(role, person.role);
    put(union, person.union);
    put(representative, person.representative);
    put(use, person.use);
    label();
    this.rows.append(row);
    this.renumber();
    return row;
  }

  removeRow(row) {
    row.remove();
    this.renumber();
    this.add.focus();
    this.changed();
  }

  renumber() {
    [...this.rows.children].forEach((row, index) => {
      row.querySelector('legend').textContent = `Person or craft ${index + 1}`;
      row.querySelector(':scope > .desk-remove').setAttribute('aria-label', `Remove person or craft ${index + 1}`);
      for (const place of row.querySelectorAll('[data-path]')) {
        place.dataset.path = `performers[${index}].${place.dataset.path.split('.').pop()}`;
      }
    });
  }

  changed() {
    this.dispatchEvent(new Event('desk-changed', { bubbles: true }));
  }
}

const written = person => Object.values(person).some(text => text !== '');

const speaksFor = role => catalogue.roles.find(each => each.value === role)?.representative;
