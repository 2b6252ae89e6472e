import { choices, choose, chosen, el, field, optionally, put } from './dom.js';
import { Fields } from './fields.js';

const LONG = 4000;
const SHORT = 200;
const ANSWERS = [{ value: 'YES', label: 'Yes' }, { value: 'NO', label: 'No' }, { value: 'UNSURE', label: 'I am not sure' }];
const USED = [
  { value: true, label: 'Yes, it was used', hint: 'Wholly or in part; you say below what.' },
  { value: false, label: 'No, not used after all', hint: 'Nothing made with the tool is in the picture. That is all we need to know.' },
];
const MODELS = [
  { value: 'NONE_MADE', label: 'No model was made or tuned' },
  { value: 'DELETED', label: 'Deleted' },
  { value: 'RETURNED', label: 'Returned to the production' },
  { value: 'KEPT_AS_AGREED', label: 'Kept, as agreed in writing' },
];
const TODAY_AT_MOST = { max: new Date().toLocaleDateString('sv') };

/** @param {string} name */
const notNo = name => (/** @type {import('./fields.js').Answers} */ answers) => ['YES', 'UNSURE'].includes(answers[name]);

/** What is asked, in order. @type {import('./fields.js').Description[]} */
const QUESTIONS = [
  { name: 'shots', kind: 'text', label: 'Shots and time codes', longest: LONG,
    help: 'Every shot or cue that holds generated material, so that the archive finds it, for example “Episode 2, 00:14:03–00:14:21, posters”.' },
  { name: 'tools', kind: 'text', label: 'Tools and their versions', longest: LONG,
    help: 'What was really used, also where it differs from the request; versions matter when somebody asks years later.' },
  { name: 'sources', kind: 'text', label: 'Where prompts and sources are kept', longest: LONG,
    help: 'The folder or system where prompts, source pictures and outputs lie, so that questions about rights can be answered.' },
  { name: 'models', kind: 'choice', label: 'What became of models that were made or tuned?', options: MODELS,
    help: 'Models made with the production’s or a performer’s material are the production’s; they are deleted or returned at the end.' },
  { name: 'modelsSettledOn', kind: 'day', label: 'On which day?', attributes: TODAY_AT_MOST, when: answers => ['DELETED', 'RETURNED'].includes(answers.models),
    help: 'The day on which the vendor confirmed it.' },
  { name: 'humanContribution', kind: 'text', label: 'What people contributed', longest: LONG,
    help: 'For each element: what was selected, arranged or changed by hand. In the US only this human part can be protected by copyright.' },
  { name: 'disclaimed', kind: 'text', label: 'What a copyright registration has to disclaim', longest: LONG, optional: true,
    help: 'Generated parts that a US registration has to leave out, for example “background posters in episode 2”.' },
  { name: 'deepFake', kind: 'choice', label: 'Could a viewer take it for a real person, place or event?', options: ANSWERS,
    help: 'The EU AI Act (Article 50) calls that a deep fake and asks that viewers are told, also when the person has consented.' },
  { name: 'euRelease', kind: 'choice', label: 'Is it released in the EU?', options: ANSWERS,
    help: 'Then the duty to tell viewers applies.' },
  { name: 'disclosure', kind: 'text', label: 'How viewers are told', longest: LONG, when: answers => notNo('deepFake')(answers) && notNo('euRelease')(answers),
    help: 'For a creative work a quiet way is enough, such as a line in the end credits.' },
  { name: 'toolMarksOutput', kind: 'choice', label: 'Does the tool mark its output as generated?', options: ANSWERS,
    help: 'The EU asks providers for machine-readable marks; delivery has to know whether the files carry them.' },
  { name: 'replica', kind: 'choice', label: 'Does it hold a digital replica of a performer?', options: ANSWERS,
    help: 'California and New York ask for a specific description of the use and for somebody who represented the performer.' },
  { name: 'representation', kind: 'text', label: 'Who represented the performers', longest: LONG, when: notNo('replica'),
    help: 'Their counsel, or a union whose terms cover replicas; for a dead person, who of the estate consented.' },
  { name: 'syntheticInAdvertising', kind: 'choice', label: 'Does a synthetic performer appear in advertising for the title?', options: ANSWERS,
    help: 'New York asks for a notice in such advertising, with an exception for works it is consistent with.' },
  { name: 'danishRelease', kind: 'choice', label: 'Is it released in Denmark?', options: ANSWERS,
    help: 'Denmark plans to protect likeness and voice; whether that is law yet has to be looked up then.' },
  { name: 'cues', kind: 'own', label: 'Cue sheet of a documentary', optional: true, make: cueSheet },
];
/** What each line of the cue sheet says. */
const CUE = { timeCode: 'Time code', prompt: 'Prompt', software: 'Software', source: 'Source', rights: 'Rights', disclosure: 'Disclosure' };

/** What was really used. */
export class CloseOut extends HTMLElement {
  used = choices({ path: 'closeOut.used', legend: 'Was the approved use really used?', options: USED, cards: true });
  fields = new Fields(QUESTIONS, 'closeOut');
  rest = el('div', {}, this.fields.places);

  connectedCallback() {
    if (this.contains(this.rest)) return;
    this.append(this.used, this.rest);
    this.addEventListener('change', () => this.react());
    this.react();
  }

  get happened() {
    return chosen(this.used, USED);
  }

  react() {
    this.rest.hidden = this.happened !== true;
    this.fields.react();
  }

  get value() {
    return { used: this.happened, ...this.fields.answers };
  }

  /** @param {any} draft */
  set value(draft) {
    choose(this.used, draft?.used);
    this.fields.answers = draft;
    this.react();
  }

  problems() {
    if (this.happened === undefined) return [{ field: 'closeOut.used', message: 'Please say whether it was used.' }];
    return this.happened ? this.fields.problems() : [];
  }

  variables() {
    return { closeOut: { type: 'Json', value: { used: this.happened, ...(this.happened && this.fields.given) } } };
  }
}

/**
 * @param {string} path
 * @returns {import('./fields.js').Part}
 */
function cueSheet(path) {
  const rows = el('div', { class: 'desk-rows' });
  const add = el('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => append({})[0].focus() }, 'Add line');
  const element = el('fieldset', { class: 'desk-field', 'data-path': path },
    el('legend', {}, 'Cue sheet of a documentary', optionally()),
    el('p', { class: 'desk-help' },
      'For a documentary: one line for each generated element, as its makers keep it in a cue sheet. Others leave it empty.'),
    rows, add);
  const changed = () => element.dispatchEvent(new Event('desk-changed', { bubbles: true }));
  /** @param {Record<string, string>} cue */
  function append(cue) {
    const index = rows.children.length;
    const controls = Object.keys(CUE).map(key =>
      el('input', { type: 'text', maxlength: key === 'prompt' ? LONG : SHORT, autocomplete: 'off' }));
    const row = el('div', { class: 'desk-row' },
      Object.entries(CUE).map(([key, label], at) => field({ path: `${path}[${index}].${key}`, label, control: controls[at] })),
      el('button', { type: 'button', class: 'desk-link', onclick: () => { row.remove(); renumber(); changed(); } }, 'Remove line'));
    Object.keys(CUE).forEach((key, at) => put(controls[at], cue[key]));
    rows.append(row);
    return controls;
  }
  function renumber() {
    [...rows.children].forEach((row, index) => Object.keys(CUE).forEach((key, at) =>
      row.querySelectorAll('[data-path]')[at].setAttribute('data-path', `${path}[${index}].${key}`)));
  }
  /** @returns {Record<string, string>[]} */
  const lines = () => [...rows.children].map(row => {
    const texts = [...row.querySelectorAll('input')].map(control => control.value.trim());
    return Object.fromEntries(Object.keys(CUE).map((key, at) => [key, texts[at]]));
  });
  return {
    element,
    read: () => (rows.children.length ? lines() : undefined),
    write: cues => { rows.replaceChildren(); (cues ?? []).forEach(append); },
    problems: () => lines().flatMap((cue, index) => Object.entries(CUE).filter(([key]) => !cue[key]).map(([key, words]) => ({
      field: `${path}[${index}].${key}`, message: `Line ${index + 1} of the cue sheet lacks: ${words.toLowerCase()}.` }))),
  };
}
