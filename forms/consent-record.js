import { AgreementChoice } from './agreements.js';
import { address, fetchCase } from './api.js';
import { catalogue, labelOf } from './catalogue.js';
import { EXCEPTIONS } from './consent-words.js';
import { el, field, relabel } from './dom.js';
import { Fields } from './fields.js';
import { TextRows } from './rows.js';

/** What is asked as long as no agreement is chosen: everything. */
const STRICTEST = { noticeHours: 48, separateSignature: true, unionNotice: ['DECEASED', 'SYNTHETIC'], compensation: true, languages: true, term: true };

const SHORT = 200;
const LONG = 2000;

/** Shows whose consent is concerned; stands above the decision. */
export class PerformerCard extends HTMLElement {
  /** @param {Desk.Context} context */
  async begin(context) {
    const performer = await performerOf(context);
    if (!performer) return;
    this.replaceChildren(el('section', { class: 'desk-performer', 'aria-label': 'Whose consent is concerned' },
      el('p', { class: 'desk-muted' }, 'This task concerns'),
      el('h4', {}, performer.name),
      el('p', {}, [labelOf(catalogue.roles, performer.role), performer.union, performer.representative && `represented by ${performer.representative}`].filter(Boolean).join(' · ')),
      el('p', { class: 'desk-prose' }, performer.use),
      el('p', {}, el('a', { href: address('consents'), target: '_blank' }, 'All consents'))));
  }
}

/** The checklist of a confirmed consent, with every field that the register keeps. */
export class ConsentRecord extends HTMLElement {
  /** Whose consent it is, as far as it is known. @type {Desk.Performer | undefined} */
  performer;

  agreement = new AgreementChoice();
  evidence = el('desk-evidence', { path: 'consent.evidence', label: 'Proof',
    help: 'The signed paper. No scans of faces or voices, please: they stay where they are.' });
  noticeHelp = el('p', { class: 'desk-help' });
  notice = el('p', { class: 'desk-notice', role: 'status' });
  fields = new Fields(this.descriptions(), 'consent');

  connectedCallback() {
    if (this.contains(this.notice)) return;
    this.fields.place('kind').classList.add('desk-rich');
    this.append(...this.layout());
    this.addEventListener('input', () => this.react());
    this.addEventListener('change', () => this.react());
    this.react();
  }

  /** @returns {import('./fields.js').Description[]} */
  descriptions() {
    return [
      { name: 'firstUseAt', kind: 'moment', label: 'The use begins', missing: 'Please say when the use begins.',
        help: 'Local to the production. The agreement of that day governs.' },
      { name: 'agreement', kind: 'own', label: 'Agreement that governs', make: path => this.agreementPart(path),
        missing: 'Please choose the agreement that governs on the day on which the use begins.' },
      { name: 'kind', kind: 'choice', label: 'What the consent is for', options: catalogue.consent.kinds,
        missing: 'Please say what the consent is for.' },
      { name: 'use', kind: 'text', label: 'The use as it was described to them', longest: LONG, subject: 'This text',
        missing: 'Please write down the use as it was described to them.',
        help: 'Reasonably specific: scene, lines, what the audience sees or hears. Compare it with the request.' },
      { name: 'languages', kind: 'own', label: 'Languages covered',
        make: path => rowsPart(new TextRows({ path, legend: 'Languages covered', item: 'language', longest: SHORT, help: 'A dubbed version is a use of its own.' })),
        missing: () => this.asks.languages && 'Please name at least one language that the consent covers.' },
      { name: 'titles', kind: 'own', label: 'Titles covered',
        make: path => rowsPart(new TextRows({ path, legend: 'Titles covered', item: 'title', longest: SHORT, help: 'Another title needs another consent.' })),
        missing: 'Please name at least one title that the consent covers.' },
      { name: 'term', kind: 'line', label: 'How long it holds', longest: SHORT, help: 'For example “this season, including trailers”.',
        missing: () => this.asks.term && 'Please say how long the consent holds.' },
      { name: 'validUntil', kind: 'day', label: 'Ends on', optional: true, help: 'The last day, if the term names one. No approval outlasts it.' },
      { name: 'compensation', kind: 'line', label: 'Basis of the compensation', longest: SHORT,
        help: 'For example session day, pro-rata day, residuals, none agreed.',
        missing: () => this.asks.compensation && 'Please give the basis of the compensation.' },
      { name: 'signedSeparately', kind: 'tick', label: 'Signed or initialled apart from the general terms', help: 'Consent inside standard terms does not count.',
        missing: () => this.asks.separateSignature && 'Consent hidden in general terms does not count. Confirm only what was signed or initialled separately.' },
      { name: 'signedOn', kind: 'day', label: 'Signed on', missing: 'Please give the day on which the consent was signed.' },
      { name: 'representative', kind: 'line', label: 'Consent given by', longest: SHORT,
        missing: () => this.speaker && `Please name the ${this.speaker.toLowerCase()} who consented.` },
      { name: 'noticeGivenAt', kind: 'moment', label: 'Notice given',
        missing: () => this.asks.noticeHours > 0 && 'Please say when notice of the use was given.' },
      { name: 'engagedLater', kind: 'tick', label: 'Engaged too late for that', help: 'Then notice at the time of engagement is enough.' },
      { name: 'exception', kind: 'choice', label: 'Exception claimed for further use', options: EXCEPTIONS,
        help: 'A replica that exists with consent may be used further under one of these. The general rule is none.',
        missing: 'Please say whether an exception is claimed; “No” is the usual answer.' },
      { name: 'exceptionReason', kind: 'text', label: 'Why the exception fits', rows: 2, longest: LONG, subject: 'This text',
        when: ({ exception }) => Boolean(exception) && exception !== 'NONE',
        missing: 'Please say why the claimed exception fits this use.' },
      { name: 'unionNotifiedOn', kind: 'day', label: 'Union told on',
        missing: () => this.unionRequired && 'Please give the day on which the union was told; this use requires it.' },
    ];
  }

  /**
   * @param {string} path
   * @returns {import('./fields.js').Part}
   */
  agreementPart(path) {
    return {
      element: field({ path, label: 'Agreement that governs', control: this.agreement.control,
        help: 'The union agreement or contract under which they work.' }),
      read: () => this.agreement.chosen?.name,
      // Its name alone does not say which version; the whole draft does.
      write: () => {},
    };
  }

  layout() {
    /** @param {...string} names */
    const places = (...names) => names.map(name => this.fields.place(name));
    /** @param {...string} names */
    const pair = (...names) => el('div', { class: 'desk-pair' }, places(...names));
    const copy = el('button', { type: 'button', class: 'desk-link', onclick: () => this.copyUse() }, 'Start from the words of the request');
    return [
      group('Agreement', pair('firstUseAt', 'agreement'), this.agreement.hint),
      group('What was agreed', places('kind', 'use'), copy, pair('languages', 'titles'), pair('term', 'validUntil'), places('compensation')),
      group('Signature', places('signedSeparately'), pair('signedOn', 'representative')),
      group('Notice', this.noticeHelp, places('noticeGivenAt', 'engagedLater'), this.notice),
      group('Exception and union', places('exception', 'exceptionReason', 'unionNotifiedOn')),
      group('Proof', this.evidence),
    ];
  }

  /** @param {Desk.Context} context */
  async begin(context) {
    this.performer = await performerOf(context);
    this.evidence.number = context.requestNumber;
    this.fields.part('representative').write(this.performer?.representative);
    relabel(this.fields.place('representative'),
      this.speaker ? `Consent given by (${this.speaker.toLowerCase()})` : 'Agent or representative', !this.speaker);
    await this.agreement.load();
    this.agreement.tell(this.performer?.role);
    this.react();
  }

  /** What the chosen agreement asks for. @returns {Desk.Asks} */
  get asks() {
    return this.agreement.chosen ?? STRICTEST;
  }

  /** Who consents for the performer, when they do not themselves. */
  get speaker() {
    return catalogue.roles.find(role => role.value === this.performer?.role)?.representative;
  }

  get unionRequired() {
    return this.asks.unionNotice.includes(this.performer?.role ?? '');
  }

  copyUse() {
    this.fields.part('use').write(this.performer?.use);
    this.fields.place('use').querySelector('textarea')?.focus();
  }

  react() {
    this.fields.react();
    const { firstUseAt, noticeGivenAt, engagedLater } = this.fields.answers;
    this.agreement.on(firstUseAt.slice(0, 10));
    this.agreement.tell();
    relabel(this.fields.place('unionNotifiedOn'), 'Union told on', !this.unionRequired);
    const needed = this.asks.noticeHours;
    this.noticeHelp.textContent = needed
      ? `People are told at least ${needed} hours before the use begins, or when they are engaged if that is later.`
      : 'This agreement asks for no notice; note it if it was given.';
    const hours = (Date.parse(firstUseAt) - Date.parse(noticeGivenAt)) / 3600000;
    this.notice.hidden = Number.isNaN(hours);
    this.notice.classList.toggle('desk-notice-short', !(engagedLater || hours >= needed));
    this.notice.textContent = noticeSentence(hours, needed, engagedLater);
  }

  get record() {
    return { ...this.fields.given, ...(this.agreement.chosen && this.agreement.value), evidence: this.evidence.ids };
  }

  get value() {
    return { ...this.record, ...this.agreement.value, files: this.evidence.files };
  }

  /** @param {any} draft */
  set value(draft) {
    this.fields.answers = draft ?? { representative: this.performer?.representative };
    this.agreement.on(this.fields.answers.firstUseAt.slice(0, 10));
    this.agreement.value = draft;
    this.evidence.given = draft?.files;
    this.react();
  }

  problems() {
    return [...this.fields.problems(), ...this.evidence.pending()];
  }

  variables() {
    return { consent: { type: 'Json', value: this.record } };
  }
}

/**
 * Whose consent this task is about; nobody, as long as the request is confidential and the task not claimed.
 *
 * @param {Desk.Context} context
 */
async function performerOf({ requestNumber, loopCounter }) {
  const { request } = await fetchCase(requestNumber);
  return request?.performers[loopCounter];
}

/**
 * @param {TextRows} rows
 * @returns {import('./fields.js').Part}
 */
function rowsPart(rows) {
  return { element: rows.element, read: () => rows.value, write: texts => { rows.value = texts; }, problems: missing => rows.problems(missing) };
}

/**
 * @param {number} hours
 * @param {number} needed
 * @param {boolean} engagedLater
 */
function noticeSentence(hours, needed, engagedLater) {
  if (hours < 0) return 'The use begins before notice was given. Please check both times.';
  const whole = Math.floor(hours);
  const between = `${whole} hour${whole === 1 ? '' : 's'} lie between notice and use`;
  if (hours >= needed) return `${between}: that is enough.`;
  return engagedLater ? `${between}; accepted because of the later engagement.` : `${between}; ${needed} are needed unless they were engaged later.`;
}

/**
 * @param {string} title
 * @param {...Desk.Content} content
 */
function group(title, ...content) {
  return el('section', { class: 'desk-section' }, el('h5', {}, title), content);
}
