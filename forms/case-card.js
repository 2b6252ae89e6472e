import { address, fetchCase, messageOf } from './api.js';
import { catalogue, day, factsFrom, labelOf, moment } from './catalogue.js';
import { el } from './dom.js';
import { fileName, scanned, size } from './evidence.js';
import { consentList } from './consent-words.js';
import { findingsList } from './triage-panel.js';

/** Everything a person needs to judge a request: what is asked, the answers in words, findings, files, opinions so far. */
export class CaseCard extends HTMLElement {
  /** @param {Pick<Desk.Context, 'requestNumber'>} context */
  async begin({ requestNumber }) {
    this.replaceChildren(el('p', { class: 'desk-muted', role: 'status' }, `Loading ${requestNumber}…`));
    try {
      this.show(await fetchCase(requestNumber));
    } catch (refusal) {
      this.replaceChildren(el('div', { class: 'desk-summary', role: 'alert' },
        el('p', {}, `The case could not be loaded. ${messageOf(refusal)} `),
        el('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => this.begin({ requestNumber }) }, 'Try again')));
    }
  }

  /** @param {Desk.Case} given */
  show(given) {
    const { request } = given;
    if (given.disguised || !request) {
      this.replaceChildren(disguised(given));
      return;
    }
    this.replaceChildren(el('article', { class: 'desk-case', 'aria-label': `Request ${given.number}` },
      head(given),
      given.confidential && el('p', { class: 'desk-confidential' }, `Confidential. Others, and all mails, call this request “${request.codeName}”. Please keep its title to yourself.`),
      given.renews && el('p', { class: 'desk-renewal' }, renewalOf(given)),
      el('p', { class: 'desk-prose' }, request.description),
      definitions([
        ['Tool', `${request.tool.name} by ${request.tool.vendor}`],
        ['Netflix contact', given.netflixContact],
        ['Requested by', `${given.requester}, ${moment(given.submittedAt)}${given.round > 1 ? `, round ${given.round}` : ''}`],
      ]),
      part('What the guidelines say', `guidelines of ${given.guidelineVersion}`, findingsList(given.triage?.findings ?? [])),
      request.performers.length > 0 && part('Whose consent it takes', null, people(request.performers)),
      given.opinions.length > 0 && part('What others said so far', null, el('ol', { class: 'desk-opinions' }, given.opinions.map(opinion))),
      given.evidence.length > 0 && part('Evidence', null, files(given)),
      fold('All answers of the requester', answers(request.facts)),
      given.timeline.length > 0 && fold('Timeline', el('ol', { class: 'desk-timeline' }, given.timeline.map(event =>
        el('li', {}, el('time', { datetime: event.at }, moment(event.at)), ` ${event.summary}`, event.by && el('span', { class: 'desk-muted' }, ` (${event.by})`)))))));
  }
}

/** Why a request came back, in the words of those who asked for changes; stands above the form that amends it. */
export class ChangesWanted extends HTMLElement {
  /** @param {Pick<Desk.Context, 'requestNumber'>} context */
  async begin({ requestNumber }) {
    try {
      const { opinions } = await fetchCase(requestNumber);
      const wanting = opinions.filter(each => each.outcome === 'CHANGES_NEEDED');
      const round = Math.max(...wanting.map(each => each.round ?? 0));
      const latest = wanting.filter(each => (each.round ?? 0) === round);
      this.replaceChildren(el('section', { class: 'desk-changes' }, el('h4', {}, 'What needs to change'),
        latest.length
          ? el('ol', { class: 'desk-opinions' }, latest.map(opinion))
          : el('p', {}, 'Nobody wrote down a reason. Please ask your Netflix contact.')));
    } catch (refusal) {
      this.replaceChildren(el('p', { class: 'desk-error' }, `The reasons could not be loaded. ${messageOf(refusal)}`));
    }
  }
}

/** What somebody sees of a confidential request before they work on it. @param {Desk.Case} given */
function disguised(given) {
  return el('article', { class: 'desk-case', 'aria-label': `Request ${given.number}` },
    head(given),
    el('p', { class: 'desk-confidential' }, 'This request is confidential, so you see its code name only. Claim the task to read the request; the record then says that you have.'),
    part('What the guidelines say', `guidelines of ${given.guidelineVersion}`, findingsList(given.triage?.findings ?? [])));
}

/** A renewal is judged beside what it renews; once the letter is out, it has taken its place. @param {Desk.Case} given */
export function renewalOf({ renews = '', letter }) {
  const earlier = el('a', { href: address(`requests/${encodeURIComponent(renews)}`), target: '_blank' }, renews);
  return letter ? ['This approval takes the place of ', earlier, '.']
    : ['This request renews ', earlier, '. That approval stays as it is until this one is approved, which then takes its place.'];
}

/** @param {Desk.Case} given */
function head({ number, title, production, tier, status, letter }) {
  const { label } = catalogue.tiers[tier ?? ''] ?? { label: 'Not triaged yet' };
  return el('header', {},
    el('p', { class: 'desk-muted' }, `${number} · ${production.title} (${production.code}) · ${catalogue.statuses[status] ?? status}`),
    el('h4', {}, title),
    !letter && el('p', { class: `desk-tier desk-tier-${tier}` }, label));
}

/** @param {Desk.Performer[]} performers */
function people(performers) {
  return el('ul', { class: 'desk-plain' }, performers.map(performer => el('li', {},
    el('strong', {}, performer.name),
    `, ${labelOf(catalogue.roles, performer.role).toLowerCase()}`,
    performer.union && `, ${performer.union}`,
    performer.representative && `, represented by ${performer.representative}`,
    el('p', { class: 'desk-prose' }, performer.use))));
}

/** @param {Desk.Opinion} given */
function opinion(given) {
  const known = Object.values(catalogue.outcomes).find(each => each.step === given.step);
  const outcome = known ? labelOf(known.options, given.outcome) : given.outcome;
  return el('li', { class: `desk-opinion desk-opinion-${given.outcome}` },
    el('p', {}, el('strong', {}, outcome), ` · ${catalogue.steps[given.step]?.label ?? given.step}`,
      given.performer && ` for ${given.performer}`,
      el('span', { class: 'desk-muted' }, ` · ${given.by}, ${moment(given.at)}${given.round > 1 ? `, round ${given.round}` : ''}`)),
    given.reason && el('p', { class: 'desk-prose' }, given.reason),
    (given.conditions ?? []).length > 0 && el('ol', { class: 'desk-conditions' }, (given.conditions ?? []).map(text => el('li', {}, text))),
    given.validUntil && el('p', {}, `Valid until ${day(given.validUntil)}`),
    given.consent && fold('Consent record', consentList(given.consent)));
}

/** @param {Desk.Case} given */
function files({ number, evidence }) {
  return el('ul', { class: 'desk-plain' }, evidence.map(file => el('li', {},
    fileName(file, number),
    el('span', { class: 'desk-muted' }, ` ${size(file.size)}${file.uploadedBy ? `, ${file.uploadedBy}, ${moment(file.uploadedAt)}` : ''} · `),
    scanned(file))));
}

/** The facts in words. What the form never asked is left out, unless a program gave it another value. @param {Desk.Facts} facts */
function answers(facts) {
  const { relevant } = factsFrom(facts);
  const told = (/** @type {Desk.Question} */ question) => relevant.includes(question.fact) || facts[question.fact] !== question.otherwise;
  return el('div', {}, catalogue.sections.map(section => {
    const rows = catalogue.questions.filter(question => question.section === section.id && told(question));
    return rows.length > 0 && el('div', {}, el('h5', {}, section.title),
      definitions(rows.map(question => [question.short, labelOf(question.options, facts[question.fact]), question.ask])));
  }));
}

/** @param {(string | undefined)[][]} rows the term, the text and, where there is one, the question */
function definitions(rows) {
  return el('dl', { class: 'desk-definitions' }, rows.map(([term, text, question]) =>
    el('div', {}, el('dt', { title: question }, term), el('dd', {}, text))));
}

/**
 * @param {string} title
 * @param {string | null} remark
 * @param {Desk.Content} content
 */
function part(title, remark, content) {
  return el('section', {}, el('h5', {}, title, remark && el('span', { class: 'desk-muted' }, ` · ${remark}`)), content);
}

/**
 * @param {string} title
 * @param {Desk.Content} content
 */
function fold(title, content) {
  return el('details', { class: 'desk-fold' }, el('summary', {}, title), content);
}
