import { choices, choose, chosen, el, field, put } from './dom.js';

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
const notNo = name => answers => ['YES', 'UNSURE'].includes(answers[name]);

/** What is asked, in order; `when` says whether it is asked at all, and `optional` whether it may stay empty. */
const QUESTIONS = [
  { name: 'shots', label: 'Shots and time codes', text: LONG, help: 'Every shot or cue that holds generated material, so that the archive finds it, for example “Episode 2, 00:14:03–00:14:21, posters”.' },
  { name: 'tools', label: 'Tools and their versions', text: LONG, help: 'What was really used, also where it differs from the request; versions matter when somebody asks years later.' },
  { name: 'sources', label: 'Where prompts and sources are kept', text: LONG, help: 'The folder or system where prompts, source pictures and outputs lie, so that questions about rights can be answered.' },
  { name: 'models', legend: 'What became of models that were made or tuned?', options: MODELS, help: 'Models made with the production’s or a performer’s material are the production’s; they are deleted or returned at the end.' },
  { name: 'modelsSettledOn', label: 'On which day?', date: true, when: answers => ['DELETED', 'RETURNED'].includes(answers.models), help: 'The day on which the vendor confirmed it.' },
  { name: 'humanContribution', label: 'What people contributed', text: LONG, help: 'For each element: what was selected, arranged or changed by hand. In the US only this human part can be protected by copyright.' },
  { name: 'disclaimed', label: 'What a copyright registration has to disclaim', text: LONG, optional: true, help: 'Generated parts that a US registration has to leave out, for example “background posters in episode 2”.' },
  { name: 'deepFake', legend: 'Could a viewer take it for a real person, place or event?', options: ANSWERS, help: 'The EU AI Act (Article 50) calls that a deep fake and asks that viewers are told, also when the person has consented.' },
  { name: 'euRelease', legend: 'Is it released in the EU?', options: ANSWERS, help: 'Then the duty to tell viewers applies.' },
  { name: 'disclosure', label: 'How viewers are told', text: LONG, when: answers => notNo('deepFake')(answers) && notNo('euRelease')(answers), help: 'For a creative work a quiet way is enough, such as a line in the end credits.' },
  { name: 'toolMarksOutput', legend: 'Does the tool mark its output as generated?', options: ANSWERS, help: 'The EU asks providers for machine-readable marks; delivery has to know whether the files carry them.' },
  { name: 'replica', legend: 'Does it hold a digital replica of a performer?', options: ANSWERS, help: 'California and New York ask for a specific description of the use and for somebody who represented the performer.' },
  { name: 'representation', label: 'Who represented the performers', text: LONG, when: notNo('replica'), help: 'Their counsel, or a union whose terms cover replicas; for a dead person, who of the estate consented.' },
  { name: 'syntheticInAdvertising', legend: 'Does a synthetic performer appear in advertising for the title?', options: ANSWERS, help: 'New York asks for a notice in such advertising, with an exception for works it is consistent with.' },
  { name: 'danishRelease', legend: 'Is it released in Denmark?', options: ANSWERS, help: 'Denmark plans to protect likeness and voice; whether that is law yet has to be looked up then.' },
  { name: 'cues', cues: true, help: 'For a documentary: one line for each generated element, as its makers keep it in a cue sheet. Others leave it empty.' },
];
const CUE = { timeCode: 'Time code', prompt: 'Prompt', software: 'Software', source: 'Source', rights: 'Rights', disclosure: 'Disclosure' };

/** What was really used. */
export class CloseOut extends HTMLElement {
  connectedCallback() {
    if (this.used) return;
    this.used = choices({ path: 'closeOut.used', legend: 'Was the approved use really used?', options: USED, cards: true });
    this.parts = new Map(QUESTIONS.map(question => [question.name, part(question)]));
    this.rest = el('div', {}, [...this.parts.values()].map(({ element }) => element));
    this.append(this.used, this.rest);
    this.addEventListener('change', () => this.react());
    this.react();
  }

  get happened() {
    return chosen(this.used, USED);
  }

  answers() {
    return Object.fromEntries([...this.parts].map(([name, { read }]) => [name, read()]));
  }

  asked() {
    const answers = this.answers();
    return QUESTIONS.filter(({ when }) => !when || when(answers));
  }

  react() {
    const asked = this.asked();
    this.rest.hidden = this.happened !== true;
    for (const question of QUESTIONS) this.parts.get(question.name).element.hidden = !asked.includes(question);
  }

  get value() {
    return { used: this.happened, ...this.answers() };
  }

  set value(draft) {
    choose(this.used, draft?.used);
    for (const [name, { write }] of this.parts) write(draft?.[name]);
    this.react();
  }

  problems() {
    if (this.happened === undefined) return [{ field: 'closeOut.used', message: 'Please say whether it was used.' }];
    if (!this.happened) return [];
    return this.asked().flatMap(question => this.problemsOf(question));
  }

  problemsOf({ name, label, legend, optional, cues }) {
    const value = this.parts.get(name).read();
    if (cues) {
      return value.flatMap((cue, index) => Object.entries(CUE).filter(([key]) => !cue[key]).map(([key, words]) => ({
        field: `closeOut.cues[${index}].${key}`, message: `Line ${index + 1} of the cue sheet lacks: ${words.toLowerCase()}.` })));
    }
    if (!value && !optional) return [{ field: `closeOut.${name}`, message: `Please answer: ${legend ?? label}` }];
    return value?.length > LONG
      ? [{ field: `closeOut.${name}`, message: `“${label}” has ${value.length.toLocaleString('en')} characters; 4,000 fit. Please shorten it.` }]
      : [];
  }

  variables() {
    const said = { used: this.happened };
    if (this.happened) {
      for (const { name } of this.asked()) {
        const value = this.parts.get(name).read();
        if (value?.length) said[name] = value;
      }
    }
    return { closeOut: { type: 'Json', value: said } };
  }
}

function part({ name, label, legend, help, text, date, options, optional, cues }) {
  const path = `closeOut.${name}`;
  if (cues) return cueSheet(path, help);
  if (options) {
    const group = choices({ path, legend, help, options });
    return { element: group, read: () => chosen(group, options), write: value => choose(group, value) };
  }
  const control = date
    ? el('input', { type: 'date', max: new Date().toLocaleDateString('sv') })
    : el('textarea', { rows: '3' });
  const element = field({ path, label, help, control, optional, counted: text });
  return { element, read: () => control.value.trim(), write: value => put(control, value) };
}

function cueSheet(path, help) {
  const rows = el('div', { class: 'desk-rows' });
  const add = el('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => append({}).querySelector('input').focus() }, 'Add line');
  const element = el('fieldset', { class: 'desk-field', 'data-path': path },
    el('legend', {}, 'Cue sheet of a documentary', el('span', { class: 'desk-optional' }, ' optional')),
    el('p', { class: 'desk-help' }, help), rows, add);
  const changed = () => element.dispatchEvent(new Event('desk-changed', { bubbles: true }));
  function append(cue) {
    const controls = Object.fromEntries(Object.keys(CUE).map(key => [key, el('input', { type: 'text', maxlength: String(key === 'prompt' ? LONG : SHORT), autocomplete: 'off' })]));
    const index = rows.children.length;
    const row = el('div', { class: 'desk-row' },
      Object.entries(CUE).map(([key, label]) => field({ path: `${path}[${index}].${key}`, label, control: controls[key] })),
      el('button', { type: 'button', class: 'desk-link', onclick: () => { row.remove(); renumber(); changed(); } }, 'Remove line'));
    row.controls = controls;
    for (const [key, control] of Object.entries(controls)) put(control, cue[key]);
    rows.append(row);
    return row;
  }
  function renumber() {
    [...rows.children].forEach((row, index) => Object.keys(CUE).forEach((key, at) => {
      row.querySelectorAll('[data-path]')[at].dataset.path = `${path}[${index}].${key}`;
    }));
  }
  return {
    element,
    read: () => [...rows.children].map(row => Object.fromEntries(Object.entries(row.controls).map(([key, control]) => [key, control.value.trim()]))),
    write: cues => { rows.replaceChildren(); (cues ?? []).forEach(append); },
  };
}
