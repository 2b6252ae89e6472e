import { fetchCase } from './api.js';
import { catalogue, labelOf } from './catalogue.js';
import { EXCEPTIONS } from './consent-words.js';
import { choices, choose, chosen, el, field, nextId, put, tick } from './dom.js';
import { TextRows } from './rows.js';

const NOTICE_HOURS = 48;

/** Shows whose consent is concerned; stands above the decision. */
export class PerformerCard extends HTMLElement {
  async begin(context) {
    const performer = await performerOf(context);
    if (!performer) return;
    this.replaceChildren(el('section', { class: 'desk-performer', 'aria-label': 'Whose consent is concerned' },
      el('p', { class: 'desk-muted' }, 'This task concerns'),
      el('h4', {}, performer.name),
      el('p', {}, [labelOf(catalogue.roles, performer.role), performer.union, performer.representative && `represented by ${performer.representative}`].filter(Boolean).join(' · ')),
      el('p', { class: 'desk-prose' }, performer.use)));
  }
}

/** The checklist of a confirmed consent, with every field that the register keeps. */
export class ConsentRecord extends HTMLElement {
  connectedCallback() {
    if (this.controls) return;
    const line = (type = 'text', more = {}) => el('input', { type, autocomplete: 'off', ...more });
    const short = { maxlength: '200' };
    const list = nextId('desk-agreements');
    this.controls = {
      agreement: line('text', { ...short, list }), agreementVersion: line('text', short), representative: line('text', short),
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
    this.engagedLater = tick({ path: 'consent.engagedLater', label: 'Engaged later than 48 hours before the use',
      help: 'Then notice at the time of engagement is enough.' });
    this.languages = new TextRows({ path: 'consent.languages', legend: 'Languages covered', item: 'language', longest: 200,
      help: 'A dubbed version is a use of its own.' });
    this.titles = new TextRows({ path: 'consent.titles', legend: 'Titles covered', item: 'title', longest: 200,
      help: 'Another title needs another consent.' });
    this.evidence = el('desk-evidence', { path: 'consent.evidence', label: 'Proof',
      help: 'The signed paper. No scans of faces or voices, please: they stay where they are.' });
    this.notice = el('p', { class: 'desk-notice', role: 'status' });
    this.append(...this.layout(list));
    this.addEventListener('input', () => this.react());
    this.addEventListener('change', () => this.react());
    this.react();
  }

  layout(list) {
    const of = (name, label, help, more = {}) => field({ path: `consent.${name}`, label, help, control: this.controls[name], ...more });
    const pair = (...fields) => el('div', { class: 'desk-pair' }, fields);
    this.speaks = of('representative', 'Consent given by');
    this.reasonField = of('exceptionReason', 'Why the exception fits', null, { counted: 2000 });
    this.union = of('unionNotifiedOn', 'Union told on');
    const copy = el('button', { type: 'button', class: 'desk-link', onclick: () => this.copyUse() }, 'Start from the words of the request');
    return [
      group('Agreement',
        pair(of('agreement', 'Agreement that governs', 'The union agreement or contract under which they work.'),
          of('agreementVersion', 'Its version', 'By the start of the production, for example 2023 or 2026–2030.')),
        el('datalist', { id: list }, catalogue.consent.agreements.map(value => el('option', { value })))),
      group('What was agreed', this.kind,
        of('use', 'The use as it was described to them', 'Reasonably specific: scene, lines, what the audience sees or hears. Compare it with the request.', { counted: 2000 }), copy,
        pair(this.languages.element, this.titles.element),
        pair(of('term', 'How long it holds', 'For example “this season, including trailers”.'),
          of('compensation', 'Basis of the compensation', 'For example session day, pro-rata day, residuals, none agreed.'))),
      group('Signature', this.signedSeparately, pair(of('signedOn', 'Signed on'), this.speaks)),
      group('Notice', el('p', { class: 'desk-help' }, 'People are told at least 48 hours before the use begins, or when they are engaged if that is later. Times are local to the production.'),
        pair(of('noticeGivenAt', 'Notice given'), of('firstUseAt', 'The use begins')), this.engagedLater, this.notice),
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
    this.unionRequired = ['DECEASED', 'SYNTHETIC'].includes(this.performer.role);
    label(this.union, 'Union told on', !this.unionRequired);
  }

  copyUse() {
    put(this.controls.use, this.performer?.use);
    this.controls.use.focus();
  }

  react() {
    const exception = chosen(this.exception, EXCEPTIONS);
    this.reasonField.hidden = !exception || exception === 'NONE';
    const { noticeGivenAt, firstUseAt } = this.controls;
    const hours = (new Date(firstUseAt.value) - new Date(noticeGivenAt.value)) / 3600000;
    const enough = this.engagedLater.control.checked || hours >= NOTICE_HOURS;
    this.notice.hidden = Number.isNaN(hours);
    this.notice.classList.toggle('desk-notice-short', !enough);
    this.notice.textContent = noticeSentence(hours, this.engagedLater.control.checked);
  }

  get record() {
    const texts = Object.fromEntries(Object.entries(this.controls).map(([name, control]) => [name, control.value.trim()]));
    if (this.reasonField.hidden) texts.exceptionReason = '';
    return {
      ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text)),
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
    return { ...this.record, files: this.evidence.files };
  }

  set value(draft) {
    for (const [name, control] of Object.entries(this.controls)) put(control, draft?.[name]);
    if (!draft) put(this.controls.representative, this.performer?.representative);
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
    if (!record.signedSeparately) missing.push({ field: 'consent.signedSeparately', message: 'Consent hidden in general terms does not count. Confirm only what was signed or initialled separately.' });
    for (const [name, longest] of [['use', 2000], ['exceptionReason', 2000]]) {
      if (record[name]?.length > longest) missing.push({ field: `consent.${name}`, message: `This text has ${record[name].length.toLocaleString('en')} characters; 2,000 fit. Please shorten it.` });
    }
    return [...missing,
      ...this.languages.problems('Please name at least one language that the consent covers.'),
      ...this.titles.problems('Please name at least one title that the consent covers.'),
      ...this.evidence.pending()];
  }

  questions() {
    const speaker = catalogue.roles.find(role => role.value === this.performer?.role)?.representative;
    return {
      agreement: 'Please name the agreement that governs.',
      agreementVersion: 'Please give the version of the agreement.',
      kind: 'Please say what the consent is for.',
      use: 'Please write down the use as it was described to them.',
      term: 'Please say how long the consent holds.',
      compensation: 'Please give the basis of the compensation.',
      signedOn: 'Please give the day on which the consent was signed.',
      ...(speaker && { representative: `Please name the ${speaker.toLowerCase()} who consented.` }),
      noticeGivenAt: 'Please say when notice of the use was given.',
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

function noticeSentence(hours, engagedLater) {
  if (hours < 0) return 'The use begins before notice was given. Please check both times.';
  const whole = Math.floor(hours);
  const between = `${whole} hour${whole === 1 ? '' : 's'} lie between notice and use`;
  if (hours >= NOTICE_HOURS) return `${between}: that is enough.`;
  return engagedLater ? `${between}; accepted because of the later engagement.` : `${between}; 48 are needed unless they were engaged later.`;
}

function group(title, ...content) {
  return el('section', { class: 'desk-section' }, el('h5', {}, title), content);
}

function label(place, text, optional) {
  place.querySelector('label').replaceChildren(text, optional ? el('span', { class: 'desk-optional' }, ' optional') : '');
}
