import { el, field, nextId, put } from './dom.js';

/**
 * A list of texts that grows and shrinks by rows.
 *
 * @param path the field's name; rows are path[0], path[1], …
 */
export class TextRows {
  constructor({ path, legend, help, item, longest, lines = 1, suggestions = [] }) {
    Object.assign(this, { path, item, longest, lines });
    this.rows = el('div', { class: 'desk-rows' });
    this.add = el('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => this.append('').control.focus() }, `Add ${item}`);
    this.element = el('fieldset', { class: 'desk-field', 'data-path': path }, el('legend', {}, legend),
      help && el('p', { class: 'desk-help' }, help), this.rows, this.add);
    this.list = suggestions.length
      ? el('datalist', { id: nextId('desk-suggestions') }, suggestions.map(text => el('option', { value: text })))
      : null;
    if (this.list) this.element.append(this.list);
    this.value = [];
  }

  get value() {
    return this.texts().filter(Boolean);
  }

  set value(texts) {
    this.rows.replaceChildren();
    (texts?.length ? texts : ['']).forEach(text => this.append(text));
  }

  texts() {
    return [...this.rows.children].map(row => row.control.value.trim());
  }

  append(text) {
    const control = this.lines > 1
      ? el('textarea', { rows: String(this.lines) })
      : el('input', { type: 'text', list: this.list?.id });
    const row = field({ path: '', label: '', control, counted: this.lines > 1 ? this.longest : 0 });
    row.classList.add('desk-row');
    row.append(el('button', { type: 'button', class: 'desk-link desk-remove', onclick: () => this.remove(row) }, 'Remove'));
    put(control, text);
    this.rows.append(row);
    this.renumber();
    return row;
  }

  remove(row) {
    row.remove();
    if (!this.rows.children.length) this.append('');
    this.renumber();
    this.add.focus();
    this.element.dispatchEvent(new Event('desk-changed', { bubbles: true }));
  }

  renumber() {
    [...this.rows.children].forEach((row, index) => {
      row.dataset.path = `${this.path}[${index}]`;
      row.querySelector('label').textContent = `${this.item[0].toUpperCase()}${this.item.slice(1)} ${index + 1}`;
      row.querySelector('.desk-remove').setAttribute('aria-label', `Remove ${this.item} ${index + 1}`);
    });
  }

  /** One sentence when nothing is there, one for each row that is too long. */
  problems(whenEmpty) {
    const tooLong = this.texts().flatMap((text, index) => (text.length > this.longest
      ? [{ field: `${this.path}[${index}]`, message: `${this.item[0].toUpperCase()}${this.item.slice(1)} ${index + 1} has ${text.length.toLocaleString('en')} characters; ${this.longest.toLocaleString('en')} fit. Please shorten it.` }]
      : []));
    return this.value.length || !whenEmpty ? tooLong : [{ field: this.path, message: whenEmpty }];
  }
}
