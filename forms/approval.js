import { fetchCase } from './api.js';
import { moment } from './catalogue.js';
import { el, field, put } from './dom.js';

const LONG = 4000;

/** One condition of an approval, and how it is fulfilled. */
export class Fulfilment extends HTMLElement {
  connectedCallback() {
    if (this.note) return;
    this.note = el('textarea', { rows: '4' });
    this.evidence = el('desk-evidence', { path: 'conditionEvidence', label: 'What shows it', help: 'A licence, a signed paper, a picture of the changed shot.' });
    this.words = el('div', { class: 'desk-changes' });
    this.append(this.words,
      field({ path: 'conditionReason', label: 'How is it fulfilled?', control: this.note, counted: LONG,
        help: 'For example “The artist signed the licence on 3 December; the file is attached.”' }),
      this.evidence);
  }

  async begin({ requestNumber, loopCounter }) {
    this.evidence.number = requestNumber;
    const { approval } = await fetchCase(requestNumber);
    const condition = approval?.conditions[loopCounter];
    this.words.replaceChildren(el('h4', {}, `Condition ${loopCounter + 1}`),
      el('p', { class: 'desk-prose' }, condition?.words ?? 'The condition could not be loaded. Please open the task again.'),
      condition && el('p', { class: 'desk-muted' }, `Due ${moment(condition.due)}`));
  }

  get value() {
    return { note: this.note.value, files: this.evidence.files };
  }

  set value(draft) {
    put(this.note, draft?.note);
    this.evidence.given = draft?.files ?? [];
  }

  problems() {
    const { length } = this.note.value.trim();
    if (!length) return [{ field: 'conditionReason', message: 'Please say in a sentence how the condition is fulfilled.' }];
    return length > LONG
      ? [{ field: 'conditionReason', message: `This has ${length.toLocaleString('en')} characters; 4,000 fit. Please shorten it.` }]
      : this.evidence.pending();
  }

  variables() {
    return Object.assign(
      { conditionOutcome: { type: 'String', value: 'FULFILLED' } },
      { conditionReason: { type: 'String', value: this.note.value.trim() } },
      { conditionEvidence: { type: 'Json', value: this.evidence.ids } },
    );
  }
}

const CAUSES = {
  CONDITION_OVERDUE: 'A condition is overdue',
  CONSENT_WITHDRAWN: 'Consent was withdrawn',
  CONSENT_LIMITED: 'Consent was limited',
  STRIKE: 'A strike is called',
  SCOPE_CHANGED: 'The use has changed',
};

/** Why an approval is suspended; stands above the decision. */
export class HeldUp extends HTMLElement {
  async begin({ requestNumber, holdId }) {
    const { approval, disguised } = await fetchCase(requestNumber);
    const held = approval?.holds.find(each => each.id === holdId);
    if (disguised || !held) {
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
