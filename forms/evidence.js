import { evidenceAddress, messageOf, upload } from './api.js';
import { catalogue } from './catalogue.js';
import { el, nextId, optionally } from './dom.js';

const LARGEST = 25 * 1024 * 1024;

/** Uploads files at once and keeps their ids; with the number of a case they belong to it from the start. */
export class Evidence extends HTMLElement {
  /** @type {Desk.File[]} */
  files = [];

  /** The running case to which the files belong. @type {string | undefined} */
  number;

  uploading = 0;
  list = el('ul', { class: 'desk-files' });
  message = el('div', { class: 'desk-file-messages', role: 'status' });
  input = el('input', { type: 'file', multiple: true, id: nextId('desk-file'), class: 'desk-file-input' });

  connectedCallback() {
    if (this.contains(this.list)) return;
    this.input.addEventListener('change', event => {
      event.stopPropagation();
      this.take([...this.input.files ?? []]);
    });
    this.append(el('div', { class: 'desk-field', 'data-path': this.getAttribute('path') ?? 'evidence' },
      el('label', { for: this.input.id }, this.getAttribute('label') ?? 'Files', optionally()),
      el('p', { class: 'desk-help', id: `${this.input.id}-help` },
        `${this.getAttribute('help') ?? ''} Documents, pictures, sound or video, up to 25 MB each.`.trim()),
      this.input, this.message, this.list));
    this.input.setAttribute('aria-describedby', `${this.input.id}-help`);
  }

  get ids() {
    return this.files.map(file => file.id);
  }

  /** Files known already. @param {Desk.File[] | null | undefined} files */
  set given(files) {
    this.files = files ?? [];
    this.draw();
  }

  get busy() {
    return this.uploading > 0;
  }

  /** @returns {Desk.Problem[]} */
  pending() {
    return this.busy ? [{ field: this.getAttribute('path') ?? 'evidence', message: 'A file is still being uploaded. Please wait until it is listed.' }] : [];
  }

  /** @param {File[]} files */
  async take(files) {
    this.message.replaceChildren();
    this.input.value = '';
    await Promise.all(files.map(file => this.send(file)));
    this.input.focus();
  }

  /** @param {File} file */
  async send(file) {
    if (file.size > LARGEST) {
      this.say(`“${file.name}” is larger than 25 MB. Please send a smaller version or a part of it.`);
      return;
    }
    const progress = el('li', { class: 'desk-muted' }, `Uploading “${file.name}”…`);
    this.list.append(progress);
    this.uploading += 1;
    try {
      const taken = await upload(file, this.number);
      this.files.push({ id: taken.id, name: taken.name, size: taken.size, scan: taken.scan });
    } catch (refusal) {
      const again = el('button', { type: 'button', class: 'desk-link', onclick: () => this.take([file]) }, 'Try again');
      this.say(`“${file.name}” was not taken: ${messageOf(refusal)} `, again);
    }
    this.uploading -= 1;
    this.draw();
    this.dispatchEvent(new Event('desk-changed', { bubbles: true }));
  }

  /** @param {...Desk.Content} content */
  say(...content) {
    this.message.append(el('p', { class: 'desk-error' }, content));
  }

  draw() {
    this.list.replaceChildren(...this.files.map(file => el('li', {},
      fileName(file, this.number),
      ` (${size(file.size)}`, file.scan && [', ', scanned(file)], ') ',
      el('button', { type: 'button', class: 'desk-link', 'aria-label': `Remove ${file.name}`, onclick: () => this.drop(file) }, 'Remove'))));
  }

  /** @param {Desk.File} file */
  drop(file) {
    this.files = this.files.filter(each => each !== file);
    this.draw();
    this.input.focus();
    this.dispatchEvent(new Event('desk-changed', { bubbles: true }));
  }
}

/**
 * The name, and behind it the content as far as somebody may have it.
 *
 * @param {Desk.File} file
 * @param {string} [number]
 */
export function fileName(file, number) {
  return number && !['WAITING', 'INFECTED'].includes(file.scan ?? '')
    ? el('a', { href: evidenceAddress(number, file.id), download: file.name }, file.name)
    : el('span', {}, file.name);
}

/** What is known of the file's viruses. @param {Desk.File} file */
export function scanned(file) {
  return el('span', { class: `desk-scan desk-scan-${file.scan}` }, catalogue.scans[file.scan ?? ''] ?? '');
}

/** @param {number} [bytes] */
export function size(bytes) {
  if (bytes === undefined || !(bytes >= 0)) return '';
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
