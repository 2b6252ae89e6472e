import { fetchCase } from './api.js';
import { moment } from './catalogue.js';
import { el, field, fill, put } from './dom.js';
import { tooLong } from './fields.js';

const LONG = 4000;

/** One condition of an approval, and how it is fulfilled. */
export class Fulfilment extends HTMLElement {
  note = el('textarea', { rows: '4' });
  evidence = el('desk-evidence', { path: 'conditionEvidence', label: 'What shows it', help: 'A licence, a signed paper, a picture of the changed shot.' });
  words = el('div', { class: 'desk-changes' });

  connectedCallback() {
    if (this.contains(this.words)) return;
    this.append(this.words,
      field({ path: 'conditionReason', label: 'How is it fulfilled?', control: this.note, counted: LONG,
        help: 'For example “The artist signed the licence on 3 December; the file is attached.”' }),
      this.evidence);
  }

  /** @param {Desk.Context} context */
  async begin({ requestNumber, loopCounter }) {
    this.evidence.number = requestNumber;
    const { approval } = await fetchCase(requestNumber);
    const condition = approval?.conditions[loopCounter];
    fill(this.words, el('h4', {}, `Condition ${loopCounter + 1}`),
      el('p', { class: 'desk-prose' }, condition?.words ?? 'The condition could not be loaded. Please open the task again.'),
      condition && el('p', { class: 'desk-muted' }, `Due ${moment(condition.due)}`));
  }

  get value() {
    return { note: this.note.value, files: this.evidence.files };
  }

  /** @param {any} draft */
  set value(draft) {
    put(this.note, draft?.note);
    this.evidence.given = draft?.files ?? [];
  }

  problems() {
    const note = this.note.value.trim();
    const message = note ? tooLong('This', note, LONG) : 'Please say in a sentence how the condition is fulfilled.';
    return message ? [{ field: 'conditionReason', message }] : this.evidence.pending();
  }

  variables() {
    return Object.assign(
      { conditionOutcome: { type: 'String', value: 'FULFILLED' } },
      { conditionReason: { type: 'String', value: this.note.value.trim() } },
      { conditionEvidence: { type: 'Json', value: this.evidence.ids } },
    );
  }
}

/** @type {Record<string, string>} */
const CAUSES = {
  CONDITION_OVERDUE: 'A condition is overdue',
  CONSENT_WITHDRAWN: 'Consent was withdrawn',
  CONSENT_LIMITED: 'Consent was limited',
  STRIKE: 'A strike is called',
  SCOPE_CHANGED: 'The use has changed',
};

/** Why an approval is suspended; stands above the decision. */
export class HeldUp extends HTMLElement {
  /** @param {Desk.Context} context */
  async begin({ requestNumber, holdId }) {
    const { approval, disguised } = await fetchCase(requestNumber);
    const held = approval?.holds.find(each => each.id === holdId);
    if (disguised || !approval || !held) {
      this.replaceChildren(el('p', { class: 'desk-muted' }, disguised
        ? 'Claim the task to read why the approval is suspended.'
        : 'This hold has ended meanwhile.'));
      return;
    }
    const others = approval.holds.length - 1;
    this.replaceChildren(el('section', { class: 'desk-changes' },
      el('h4', {}, `${CAUSES[held.cause]}: ${held.about}`),
      el('p', { class: 'desk-prose' }, held.reason),
      el('p', { class: 'desk-muted' }, `${held.by}, ${moment(held.at)}`),
      others > 0 && el('p', {}, `Besides this, ${others === 1 ? 'one other thing holds' : `${others} other things hold`} the approval up; each is decided by itself.`)));
  }
}
