import { AgreementChoice } from './agreements.js';
import { address, fetchCase } from './api.js';
import { catalogue, labelOf } from './catalogue.js';
import { EXCEPTIONS } from './consent-words.js';
import { choices, choose, chosen, el, field, put, tick } from './dom.js';
import { TextRows } from './rows.js';

/** What is asked as long as no agreement is chosen: everything. */
const STRICTEST = { noticeHours: 48, separateSignature: true, unionNotice: ['DECEASED', 'SYNTHETIC'], compensation: true, languages: true, term: true };

/** Shows whose consent is concerned; stands above the decision. */
export class PerformerCard extends HTMLElement {
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
  connectedCallback() {
    if (this.controls) return;
    const line = (type = 'text', more = {}) => el('input', { type, autocomplete: 'off', ...more });
    const short = { maxlength: '200' };
    this.agreement = new AgreementChoice();
    this.controls = {
      representative: line('text', short), validUntil: line('date'),
      use: el('textarea', { rows: '3' }), signedOn: line('date'), noticeGivenAt: line('datetime-local'),
      firstUseAt: line('datetime-local'), term: line('text', short), exceptionReason: el('textarea', { rows: '2' }),
      compensation: line('text', short), unionNotifiedOn: line('date'),
    };
    this.kind = choices({ path: 'consent.kind', legend: 'What the consent is for', options: catalogue.consent.kinds });
    this.kind.classList.add('desk-rich');
    this.exception = choices({ path: 'consent.exception', legend: 'Exception claimed for further use', options: EXCEPTIONS,
      help: 'A replica that exists with consent may be used further under one of these. The general rule is none.' });
    this.signedSeparately = tick({ path: 'consent.signedSeparately', label: 'Signed or initialled apart from the general terms',
      help: 'Consent inside standard terms does not count.' });
    this.engagedLater = tick({ path: 'consent.engagedLater', label: 'Engaged too late for that',
      help: 'Then notice at the time of engagement is enough.' });
    this.languages = new TextRows({ path: 'consent.languages', legend: 'Languages covered', item: 'language', longest: 200,
      help: 'A dubbed version is a use of its own.' });
    this.titles = new TextRows({ path: 'consent.titles', legend: 'Titles covered', item: 'title', longest: 200,
      help: 'Another title needs another consent.' });
    this.evidence = el('desk-evidence', { path: 'consent.evidence', label: 'Proof',
      help: 'The signed paper. No scans of faces or voices, please: they stay where they are.' });
    this.notice = el('p', { class: 'desk-notice', role: 'status' });
    this.append(...this.layout());
    this.addEventListener('input', () => this.react());
    this.addEventListener('change', () => this.react());
    this.react();
  }

  layout() {
    const of = (name, label, help, more = {}) => field({ path: `consent.${name}`, label, help, control: this.controls[name], ...more });
    const pair = (...fields) => el('div', { class: 'desk-pair' }, fields);
    this.speaks = of('representative', 'Consent given by');
    this.reasonField = of('exceptionReason', 'Why the exception fits', null, { counted: 2000 });
    this.union = of('unionNotifiedOn', 'Union told on');
    const copy = el('button', { type: 'button', class: 'desk-link', onclick: () => this.copyUse() }, 'Start from the words of the request');
    return [
      group('Agreement',
        pair(of('firstUseAt', 'The use begins', 'Local to the production. The agreement of that day governs.'),
          field({ path: 'consent.agreement', label: 'Agreement that governs', control: this.agreement.control,
            help: 'The union agreement or contract under which they work.' })), this.agreement.hint),
      group('What was agreed', this.kind,
        of('use', 'The use as it was described to them', 'Reasonably specific: scene, lines, what the audience sees or hears. Compare it with the request.', { counted: 2000 }), copy,
        pair(this.languages.element, this.titles.element),
        pair(of('term', 'How long it holds', 'For example “this season, including trailers”.'),
          of('validUntil', 'Ends on', 'The last day, if the term names one. No approval outlasts it.', { optional: true })),
        of('compensation', 'Basis of the compensation', 'For example session day, pro-rata day, residuals, none agreed.')),
      group('Signature', this.signedSeparately, pair(of('signedOn', 'Signed on'), this.speaks)),
      group('Notice', this.noticeHelp = el('p', { class: 'desk-help' }),
        of('noticeGivenAt', 'Notice given'), this.engagedLater, this.notice),
      group('Exception and union', this.exception, this.reasonField, this.union),
      group('Proof', this.evidence),
    ];
  }

  async begin(context) {
    this.performer = await performerOf(context) ?? {};
    this.evidence.number = context.requestNumber;
    put(this.controls.representative, this.performer.representative);
    const speaker = catalogue.roles.find(role => role.value === this.performer.role)?.representative;
    label(this.speaks, speaker ? `Consent given by (${speaker.toLowerCase()})` : 'Agent or representative', !speaker);
    await this.agreement.load();
    this.agreement.tell(this.performer.role);
    this.react();
  }

  /** What the chosen agreement asks for. */
  get asks() {
    return this.agreement.chosen ?? STRICTEST;
  }

  get unionRequired() {
    return this.asks.unionNotice.includes(this.performer?.role);
  }

  copyUse() {
    put(this.controls.use, this.performer?.use);
    this.controls.use.focus();
  }

  react() {
    const exception = chosen(this.exception, EXCEPTIONS);
    this.reasonField.hidden = !exception || exception === 'NONE';
    const { noticeGivenAt, firstUseAt } = this.controls;
    this.agreement.on(firstUseAt.value.slice(0, 10));
    this.agreement.tell();
    label(this.union, 'Union told on', !this.unionRequired);
    const needed = this.asks.noticeHours;
    this.noticeHelp.textContent = needed
      ? `People are told at least ${needed} hours before the use begins, or when they are engaged if that is later.`
      : 'This agreement asks for no notice; note it if it was given.';
    const hours = (new Date(firstUseAt.value) - new Date(noticeGivenAt.value)) / 3600000;
    const enough = this.engagedLater.control.checked || hours >= needed;
    this.notice.hidden = Number.isNaN(hours);
    this.notice.classList.toggle('desk-notice-short', !enough);
    this.notice.textContent = noticeSentence(hours, needed, this.engagedLater.control.checked);
  }

  get record() {
    const texts = Object.fromEntries(Object.entries(this.controls).map(([name, control]) => [name, control.value.trim()]));
    if (this.reasonField.hidden) texts.exceptionReason = '';
    return {
      ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text)),
      ...(this.agreement.chosen && this.agreement.value),
      kind: chosen(this.kind, catalogue.consent.kinds),
      exception: chosen(this.exception, EXCEPTIONS),
      signedSeparately: this.signedSeparately.control.checked,
      engagedLater: this.engagedLater.control.checked,
      languages: this.languages.value,
      titles: this.titles.value,
      evidence: this.evidence.ids,
    };
  }

  get value() {
    return { ...this.record, ...this.agreement.value, files: this.evidence.files };
  }

  set value(draft) {
    for (const [name, control] of Object.entries(this.controls)) put(control, draft?.[name]);
    if (!draft) put(this.controls.representative, this.performer?.representative);
    this.agreement.on(this.controls.firstUseAt.value.slice(0, 10));
    this.agreement.value = draft;
    choose(this.kind, draft?.kind);
    choose(this.exception, draft?.exception);
    this.signedSeparately.control.checked = draft?.signedSeparately ?? false;
    this.engagedLater.control.checked = draft?.engagedLater ?? false;
    this.languages.value = draft?.languages;
    this.titles.value = draft?.titles;
    this.evidence.given = draft?.files;
    this.react();
  }

  problems() {
    const record = this.record;
    const missing = Object.entries(this.questions()).filter(([name]) => record[name] === undefined)
      .map(([name, message]) => ({ field: `consent.${name}`, message }));
    if (this.asks.separateSignature && !record.signedSeparately) missing.push({ field: 'consent.signedSeparately', message: 'Consent hidden in general terms does not count. Confirm only what was signed or initialled separately.' });
    for (const [name, longest] of [['use', 2000], ['exceptionReason', 2000]]) {
      if (record[name]?.length > longest) missing.push({ field: `consent.${name}`, message: `This text has ${record[name].length.toLocaleString('en')} characters; 2,000 fit. Please shorten it.` });
    }
    return [...missing,
      ...this.languages.problems(this.asks.languages && 'Please name at least one language that the consent covers.'),
      ...this.titles.problems('Please name at least one title that the consent covers.'),
      ...this.evidence.pending()];
  }

  questions() {
    const speaker = catalogue.roles.find(role => role.value === this.performer?.role)?.representative;
    return {
      agreement: 'Please choose the agreement that governs on the day on which the use begins.',
      kind: 'Please say what the consent is for.',
      use: 'Please write down the use as it was described to them.',
      ...(this.asks.term && { term: 'Please say how long the consent holds.' }),
      ...(this.asks.compensation && { compensation: 'Please give the basis of the compensation.' }),
      signedOn: 'Please give the day on which the consent was signed.',
      ...(speaker && { representative: `Please name the ${speaker.toLowerCase()} who consented.` }),
      ...(this.asks.noticeHours && { noticeGivenAt: 'Please say when notice of the use was given.' }),
      firstUseAt: 'Please say when the use begins.',
      exception: 'Please say whether an exception is claimed; “No” is the usual answer.',
      ...(!this.reasonField.hidden && { exceptionReason: 'Please say why the claimed exception fits this use.' }),
      ...(this.unionRequired && { unionNotifiedOn: 'Please give the day on which the union was told; this use requires it.' }),
    };
  }

  variables() {
    return { consent: { type: 'Json', value: this.record } };
  }
}

/** Whose consent this task is about; nobody, as long as the request is confidential and the task not claimed. */
async function performerOf({ requestNumber, loopCounter }) {
  const { request } = await fetchCase(requestNumber);
  return request?.performers[loopCounter];
}

function noticeSentence(hours, needed, engagedLater) {
  if (hours < 0) return 'The use begins before notice was given. Please check both times.';
  const whole = Math.floor(hours);
  const between = `${whole} hour${whole === 1 ? '' : 's'} lie between notice and use`;
  if (hours >= needed) return `${between}: that is enough.`;
  return engagedLater ? `${between}; accepted because of the later engagement.` : `${between}; ${needed} are needed unless they were engaged later.`;
}

function group(title, ...content) {
  return el('section', { class: 'desk-section' }, el('h5', {}, title), content);
}

function label(place, text, optional) {
  place.querySelector('label').replaceChildren(text, optional ? el('span', { class: 'desk-optional' }, ' optional') : '');
}
