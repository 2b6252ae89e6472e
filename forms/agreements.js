import { fetchAgreements } from './api.js';
import { day } from './catalogue.js';
import { el } from './dom.js';

/** An agreement by its name and version. @typedef {{ agreement?: string, agreementVersion?: string }} Chosen */

/** Chooses one of the agreements that are in force on the day on which the use begins. */
export class AgreementChoice {
  control = el('select');
  hint = el('p', { class: 'desk-notice', role: 'status' });

  /** @type {Desk.Agreement[]} */
  known = [];

  day = '';

  /** The role of the person whose consent it is. @type {string | undefined} */
  role;

  /** What was chosen before. @type {Chosen | undefined} */
  wanted;

  constructor() {
    this.show();
  }

  async load() {
    const wanted = this.value;
    this.known = await fetchAgreements();
    this.show();
    this.value = wanted;
  }

  /**
   * Offers what is in force on that day; a choice that is not in force then falls away.
   *
   * @param {string} date
   */
  on(date) {
    if (date === this.day) return;
    this.day = date;
    this.show();
  }

  show() {
    const wanted = this.value;
    const offered = this.known.filter(each => this.isInForce(each));
    this.control.replaceChildren(el('option', { value: '' }, 'Please choose'),
      ...offered.map(each => el('option', { value: each.id }, `${each.name}, ${each.version}`)));
    this.value = wanted;
  }

  /** @param {Desk.Agreement} agreement */
  isInForce({ validFrom, validUntil }) {
    const date = this.day || new Date().toLocaleDateString('sv');
    return validFrom <= date && (!validUntil || date <= validUntil);
  }

  get chosen() {
    return this.known.find(each => each.id === this.control.value);
  }

  /** @returns {Chosen} */
  get value() {
    const { name: agreement, version: agreementVersion } = this.chosen ?? {};
    return agreement ? { agreement, agreementVersion } : this.wanted ?? {};
  }

  /**
   * What was chosen before comes back as soon as it is known and in force.
   *
   * @param {Chosen | null | undefined} draft
   */
  set value(draft) {
    this.wanted = draft?.agreement ? { agreement: draft.agreement, agreementVersion: draft.agreementVersion } : undefined;
    const found = this.known.find(each => each.name === draft?.agreement && each.version === draft?.agreementVersion && this.isInForce(each));
    this.control.value = found?.id ?? '';
    this.tell();
  }

  /**
   * Says what the agreement means for a person in this role.
   *
   * @param {string} [role]
   */
  tell(role) {
    this.role = role ?? this.role;
    const { strike, minors, note, validUntil } = this.chosen ?? {};
    const sentences = [
      strike && `There is a strike under this agreement since ${day(strike.at.slice(0, 10))}: nothing that needs consent goes ahead.`,
      this.role === 'MINOR' && minors === 'BARRED' && 'This agreement bars such a use of a minor. Please refuse it.',
      this.role === 'MINOR' && minors === 'SOME_BARRED' && 'This agreement bars certain depictions of minors. Please say in the remark why this is none of them, or refuse.',
      validUntil && `In force until ${day(validUntil)}.`,
      note,
    ].filter(Boolean);
    this.hint.hidden = !sentences.length;
    this.hint.classList.toggle('desk-notice-short', Boolean(strike) || (this.role === 'MINOR' && minors === 'BARRED'));
    this.hint.textContent = sentences.join(' ');
  }
}
