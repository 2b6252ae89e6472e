import { fetchCase, fetchContacts, validate } from './api.js';
import { renewalOf } from './case-card.js';
import { catalogue, factsFrom } from './catalogue.js';
import { choices, choose, chosen, el, field, nextId, put, tick } from './dom.js';

const SHORT = 200;
const LONG = 4000;

/** The intake: what is asked for, the questions of the guidelines, the people concerned, files. Also used to amend. */
export class RequestForm extends HTMLElement {
  connectedCallback() {
    if (this.questions) return;
    this.about = aboutFields();
    this.questions = new Map(catalogue.questions.map(question => [question.fact, questionGroup(question)]));
    this.sections = catalogue.sections.map(section => el('section', { class: 'desk-section' },
      el('h4', {}, section.title), el('p', { class: 'desk-intro' }, section.intro),
      catalogue.questions.filter(question => question.section === section.id).map(question => this.questions.get(question.fact))));
    this.performers = document.createElement('desk-performers');
    this.whom = el('section', { class: 'desk-section' }, el('h4', {}, 'Whose consent it takes'), this.performers);
    this.evidence = el('desk-evidence', { label: 'Files that help to judge it',
      help: 'Sketches, test shots, the tool’s terms, a signed consent.' });
    this.panel = document.createElement('desk-triage-panel');
    this.renewal = el('p', { class: 'desk-renewal', hidden: true });
    this.append(el('div', { class: 'desk-columns' },
      el('div', { class: 'desk-main' }, this.renewal,
        el('section', { class: 'desk-section' }, el('h4', {}, 'About the use'), Object.values(this.about.rows)),
        this.sections, this.whom,
        el('section', { class: 'desk-section' }, el('h4', {}, 'Evidence'), this.evidence)),
      el('aside', { class: 'desk-aside' }, this.panel)));
    this.addEventListener('change', () => this.react());
    this.addEventListener('desk-triaged', () => this.askForPeople());
    this.react();
  }

  /** With a request number: fills in what was asked for last time. */
  async begin({ requestNumber }) {
    // Without the list an address can still be typed.
    fetchContacts().then(contacts => this.about.offerContacts(contacts), () => {});
    if (!requestNumber) return;
    const clearanceCase = await fetchCase(requestNumber);
    this.evidence.number = requestNumber;
    this.files = new Map(clearanceCase.evidence.map(file => [file.id, file]));
    this.original = { ...clearanceCase.request, netflixContact: clearanceCase.netflixContact };
    this.renewal.replaceChildren(...clearanceCase.renews ? renewalOf(clearanceCase) : []);
    this.renewal.hidden = !clearanceCase.renews;
    this.request = this.original;
  }

  answers() {
    const answers = {};
    for (const question of catalogue.questions) {
      answers[question.fact] = chosen(this.questions.get(question.fact), question.options);
    }
    return answers;
  }

  react() {
    const answers = this.answers();
    const { relevant } = factsFrom(answers);
    this.about.react();
    for (const [fact, group] of this.questions) group.hidden = !relevant.includes(fact);
    for (const section of this.sections) {
      section.hidden = [...section.querySelectorAll('.desk-question')].every(group => group.hidden);
    }
    this.askForPeople();
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.panel.consider(answers), 150);
  }

  /** People are named when consent is concerned, and may be named whenever somebody is depicted or heard. */
  askForPeople() {
    const needed = this.panel.result?.reviews?.includes('UNION_CONSENT') ?? false;
    const { talent } = factsFrom(this.answers()).facts;
    const named = this.performers.given?.length > 0;
    this.whom.hidden = !(needed || named || (talent !== undefined && talent !== 'NONE'));
    if (needed) this.performers.want?.();
  }

  get request() {
    const text = name => this.about.controls[name].value.trim();
    return {
      title: text('title'),
      ...(this.about.confidential.checked && { codeName: text('codeName') }),
      description: text('description'),
      production: { code: text('production.code'), title: text('production.title') },
      tool: { name: text('tool.name'), vendor: text('tool.vendor') },
      netflixContact: text('netflixContact'),
      performers: this.performers.given,
      facts: factsFrom(this.answers()).facts,
      evidence: this.evidence.ids,
    };
  }

  set request(request) {
    for (const [name, control] of Object.entries(this.about.controls)) {
      put(control, name.split('.').reduce((at, key) => at?.[key], request));
    }
    this.about.confidential.checked = Boolean(request?.codeName);
    for (const [fact, group] of this.questions) choose(group, request?.facts?.[fact]);
    this.performers.people = request?.performers ?? [];
    this.evidence.given = (request?.evidence ?? []).map(id => this.files?.get(id) ?? { id, name: 'Uploaded file' });
    this.react();
  }

  /** The draft keeps the answers to hidden questions as well, and the names of uploaded files. */
  get value() {
    return { ...this.request, facts: this.answers(), performers: this.performers.people, files: this.evidence.files };
  }

  set value(draft) {
    if (!draft) {
      this.request = this.original ?? null;
      return;
    }
    for (const file of draft.files ?? []) (this.files ??= new Map()).set(file.id, file);
    this.request = draft;
  }

  problems() {
    const { open } = factsFrom(this.answers());
    return [
      ...this.about.problems(),
      ...open.map(fact => ({ field: `facts.${fact}`, message: `Please answer: ${catalogue.questions.find(question => question.fact === fact).ask}` })),
      ...this.peopleProblems(),
      ...this.evidence.pending(),
    ];
  }

  peopleProblems() {
    const needed = this.panel.result?.reviews?.includes('UNION_CONSENT');
    if (needed && !this.performers.given.length) {
      return [{ field: 'performers', message: 'These answers concern somebody’s consent. Please name at least one person or craft.' }];
    }
    return this.performers.gaps();
  }

  confirm() {
    return validate(this.request, this.evidence.number);
  }

  variables() {
    return { request: { type: 'Json', value: this.request } };
  }
}

function questionGroup(question) {
  const group = choices({
    path: `facts.${question.fact}`,
    legend: question.ask,
    options: question.options,
    help: [el('span', { class: 'desk-clause', title: catalogue.clauses[question.clause] }, question.clause), ' ', question.guideline,
      el('span', { class: 'desk-example' }, ` For example: ${question.example}`)],
  });
  group.classList.add('desk-question');
  group.classList.toggle('desk-rich', question.options.length > 3 || question.options.some(option => option.hint));
  return group;
}

function aboutFields() {
  const line = (type, longest, more = {}) => el('input', { type, maxlength: String(longest), autocomplete: 'off', ...more });
  const controls = {
    'title': line('text', SHORT),
    'codeName': line('text', SHORT),
    'production.title': line('text', SHORT),
    'production.code': line('text', 20),
    'description': el('textarea', { rows: '4' }),
    'tool.name': line('text', SHORT),
    'tool.vendor': line('text', SHORT),
    'netflixContact': line('email', SHORT, { inputmode: 'email', list: nextId('desk-contacts') }),
  };
  const contacts = el('datalist', { id: controls.netflixContact.getAttribute('list') });
  const offerContacts = offered => contacts.replaceChildren(...offered.map(({ name, address }) =>
    el('option', { value: address }, name)));
  const of = (path, label, help, counted) => field({ path, label, help, control: controls[path], counted });
  const pair = (...fields) => el('div', { class: 'desk-pair' }, fields);
  const secret = tick({ path: 'confidential', label: 'Keep this request confidential',
    help: 'For an unannounced title. Everybody but the people who work on the request sees a code name, in mails and lists too.' });
  const confidential = secret.control;
  const codeName = of('codeName', 'Code name', 'What others may call it, such as “Project Heron”. Nothing of the title or the production, please.');
  const react = () => { codeName.hidden = !confidential.checked; };
  const rows = [
    of('title', 'Title of the request', 'A few words by which everybody finds it again, such as “Posters in the subway scene”.'),
    pair(of('production.title', 'Film or series', 'As the production is called at work.'), of('production.code', 'Production code', 'For example ETERNAUTA-S1.')),
    of('description', 'What do you want to do?', 'What is made, from what, for which scene, and what happens with it afterwards.', LONG),
    pair(of('tool.name', 'Tool', 'With its version or plan, if you know it.'), of('tool.vendor', 'Made by', 'The company behind the tool.')),
    of('netflixContact', 'E-mail address of your Netflix contact', 'Every use is shared with this person, who also helps when you are in doubt. Choose one of the desk’s contacts.'), contacts,
    secret, codeName,
  ];
  const missing = {
    'title': 'Please give the request a title.',
    'codeName': 'Please give the request a code name, or do not keep it confidential.',
    'production.title': 'Please name the film or series.',
    'production.code': 'Please give the production code.',
    'description': 'Please describe what you want to do.',
    'tool.name': 'Please name the tool.',
    'tool.vendor': 'Please say who makes the tool.',
    'netflixContact': 'Please give the e-mail address of your Netflix contact.',
  };
  const problems = () => Object.entries(controls).flatMap(([path, control]) => {
    if (path === 'codeName' && !confidential.checked) return [];
    const length = control.value.trim().length;
    if (!length) return [{ field: path, message: missing[path] }];
    return path === 'description' && length > LONG
      ? [{ field: path, message: `The description has ${length.toLocaleString('en')} characters; 4,000 fit. Please shorten it.` }]
      : [];
  });
  return { controls, rows, problems, confidential, react, offerContacts };
}
