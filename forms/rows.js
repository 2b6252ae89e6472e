import { el, field, put, relabel } from './dom.js';
import { tooLong } from './fields.js';

/** A list of texts that grows and shrinks by rows. */
export class TextRows {
  /**
   * @param {object} described
   * @param {string} described.path the field's name; rows are path[0], path[1], …
   * @param {string} described.legend
   * @param {string} [described.help]
   * @param {string} described.item what one of them is called
   * @param {number} described.longest
   * @param {number} [described.lines] that are seen of a row
   */
  constructor({ path, legend, help, item, longest, lines = 1 }) {
    this.path = path;
    this.item = item;
    this.longest = longest;
    this.lines = lines;
    this.rows = el('div', { class: 'desk-rows' });
    this.add = el('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => this.append('').control.focus() }, `Add ${item}`);
    this.element = el('fieldset', { class: 'desk-field', 'data-path': path }, el('legend', {}, legend),
      help && el('p', { class: 'desk-help' }, help), this.rows, this.add);
    this.value = [];
  }

  get value() {
    return this.texts().filter(Boolean);
  }

  /** @param {string[] | null | undefined} texts */
  set value(texts) {
    this.rows.replaceChildren();
    (texts?.length ? texts : ['']).forEach(text => this.append(text));
  }

  places() {
    return /** @type {Desk.Place<Desk.Control>[]} */ ([...this.rows.children]);
  }

  texts() {
    return this.places().map(row => row.control.value.trim());
  }

  /** @param {string} text */
  append(text) {
    /** @type {Desk.Control} */
    const control = this.lines > 1
      ? el('textarea', { rows: String(this.lines) })
      : el('input', { type: 'text', });
    const row = field({ path: '', label: '', control, counted: this.lines > 1 ? this.longest : 0 });
    row.classList.add('desk-row');
    row.append(el('button', { type: 'button', class: 'desk-link desk-remove', onclick: () => this.remove(row) }, 'Remove'));
    put(control, text);
    this.rows.append(row);
    this.renumber();
    return row;
  }

  /** @param {HTMLElement} row */
  remove(row) {
    row.remove();
    if (!this.rows.children.length) this.append('');
    this.renumber();
    this.add.focus();
    this.element.dispatchEvent(new Event('desk-changed', { bubbles: true }));
  }

  renumber() {
    this.places().forEach((row, index) => {
      row.dataset.path = `${this.path}[${index}]`;
      relabel(row, this.nameOf(index));
      row.querySelector('.desk-remove')?.setAttribute('aria-label', `Remove ${this.item} ${index + 1}`);
    });
  }

  /** @param {number} index */
  nameOf(index) {
    return `${this.item[0].toUpperCase()}${this.item.slice(1)} ${index + 1}`;
  }

  /**
   * One sentence when nothing is there, one for each row that is too long.
   *
   * @param {string} [whenEmpty]
   * @returns {Desk.Problem[]}
   */
  problems(whenEmpty) {
    if (whenEmpty && !this.texts().some(Boolean)) return [{ field: this.path, message: whenEmpty }];
    return this.texts().flatMap((text, index) => {
      const message = tooLong(this.nameOf(index), text, this.longest);
      return message ? [{ field: `${this.path}[${index}]`, message }] : [];
    });
  }
}
