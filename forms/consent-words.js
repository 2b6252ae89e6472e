import { catalogue, day, labelOf, moment } from './catalogue.js';
import { el } from './dom.js';

const EXCEPTIONS = catalogue.questions.find(question => question.fact === 'consentException')?.options ?? [];

/** A consent record to read. @param {Desk.Consent} consent */
export function consentList(consent) {
  /** @type {[string, string | false | undefined][]} */
  const rows = [
    ['Agreement', `${consent.agreement}, ${consent.agreementVersion}`],
    ['Kind', labelOf(catalogue.consent.kinds, consent.kind)],
    ['Use described', consent.use],
    ['Consent given by', consent.representative],
    ['Signed separately', consent.signedOn && `on ${day(consent.signedOn)}`],
    ['Notice given', consent.noticeGivenAt && `${moment(consent.noticeGivenAt)}${consent.engagedLater ? ', engaged later' : ''}`],
    ['First use', moment(consent.firstUseAt)],
    ['Languages', consent.languages?.join(', ')],
    ['Term', consent.term],
    ['Ends on', day(consent.validUntil)],
    ['Titles', consent.titles?.join(', ')],
    ['Exception', consent.exception !== 'NONE' && `${labelOf(EXCEPTIONS, consent.exception)}: ${consent.exceptionReason ?? ''}`],
    ['Compensation', consent.compensation],
    ['Union told', day(consent.unionNotifiedOn)],
  ];
  return el('dl', { class: 'desk-definitions' }, rows.filter(([, text]) => text).map(([term, text]) =>
    el('div', {}, el('dt', {}, term), el('dd', { class: 'desk-prose' }, text))));
}

export { EXCEPTIONS };
