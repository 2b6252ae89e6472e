import { fetchCase, fetchContacts, validate } from './api.js';
import { renewalOf } from './case-card.js';
import { catalogue, factsFrom } from './catalogue.js';
import { choices, choose, chosen, el, nextId } from './dom.js';
import { Fields } from './fields.js';

const SHORT = 200;
const LONG = 4000;

/** The intake: what is asked for, the questions of the guidelines, the people concerned, files. Also used to amend. */
export class RequestForm extends HTMLElement {
  /** The files that are known, by their ids. @type {Map<string, Desk.File>} */
  files = new Map();

  /** What was asked for last time. @type {Desk.Request | undefined} */
  original;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  soon;

  about = new Fields(ABOUT);
  contacts = el('datalist', { id: CONTACTS });
  questions = new Map(catalogue.questions.map(question => [question.fact, questionGroup(question)]));
  sections = catalogue.sections.map(section => el('section', { class: 'desk-section' },
    el('h4', {}, section.title), el('p', { class: 'desk-intro' }, section.intro),
    catalogue.questions.filter(question => question.section === section.id).map(question => this.questions.get(question.fact))));
  performers = el('desk-performers');
  whom = el('section', { class: 'desk-section' }, el('h4', {}, 'Whose consent it takes'), this.performers);
  evidence = el('desk-evidence', { label: 'Files that help to judge it',
    help: 'Sketches, test shots, the tool’s terms, a signed consent.' });
  panel = el('desk-triage-panel');
  renewal = el('p', { class: 'desk-renewal', hidden: true });

  connectedCallback() {
    if (this.contains(this.panel)) return;
    this.append(el('div', { class: 'desk-columns' },
      el('div', { class: 'desk-main' }, this.renewal,
        el('section', { class: 'desk-section' }, el('h4', {}, 'About the use'), aboutRows(this.about), this.contacts),
        this.sections, this.whom,
        el('section', { class: 'desk-section' }, el('h4', {}, 'Evidence'), this.evidence)),
      el('aside', { class: 'desk-aside' }, this.panel)));
    this.addEventListener('change', () => this.react());
    this.addEventListener('desk-triaged', () => this.askForPeople());
    this.react();
  }

  /**
   * With a request number: fills in what was asked for last time.
   *
   * @param {Desk.Context} context
   */
  async begin({ requestNumber }) {
    // Without the list an address can still be typed.
    fetchContacts().then(contacts => this.offerContacts(contacts), () => {});
    if (!requestNumber) return;
    const clearanceCase = await fetchCase(requestNumber);
    this.evidence.number = requestNumber;
    this.files = new Map(clearanceCase.evidence.map(file => [file.id, file]));
    if (clearanceCase.request) this.original = { ...clearanceCase.request, netflixContact: clearanceCase.netflixContact };
    this.renewal.replaceChildren(...clearanceCase.renews ? renewalOf(clearanceCase) : []);
    this.renewal.hidden = !clearanceCase.renews;
    this.fillIn(this.original);
  }

  /** @param {{ name: string, address: string }[]} offered */
  offerContacts(offered) {
    this.contacts.replaceChildren(...offered.map(({ name, address }) => el('option', { value: address }, name)));
  }

  answers() {
    /** @type {Desk.Facts} */
    const answers = {};
    for (const question of catalogue.questions) {
      const group = this.questions.get(question.fact);
      answers[question.fact] = group && chosen(group, question.options);
    }
    return answers;
  }

  react() {
    const answers = this.answers();
    const { relevant } = factsFrom(answers);
    this.about.react();
    for (const [fact, group] of this.questions) group.hidden = !relevant.includes(fact);
    for (const section of this.sections) {
      section.hidden = [...this.questions.values()].every(group => group.hidden || !section.contains(group));
    }
    this.askForPeople();
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.panel.consider(answers), 150);
  }

  /** People are named when consent is concerned, and may be named whenever somebody is depicted or heard. */
  askForPeople() {
    const needed = this.panel.result?.reviews?.includes('UNION_CONSENT') ?? false;
    const { talent } = factsFrom(this.answers()).facts;
    const named = this.performers.given.length > 0;
    this.whom.hidden = !(needed || named || (talent !== undefined && talent !== 'NONE'));
    if (needed) this.performers.want();
  }

  /** @returns {Desk.Request} */
  get request() {
    const about = this.about.answers;
    return {
      title: about.title,
      ...(about.confidential && { codeName: about.codeName }),
      description: about.description,
      production: { code: about['production.code'], title: about['production.title'] },
      tool: { name: about['tool.name'], vendor: about['tool.vendor'] },
      netflixContact: about.netflixContact,
      performers: this.performers.given,
      facts: factsFrom(this.answers()).facts,
      evidence: this.evidence.ids,
    };
  }

  /** @param {Partial<Desk.Request>} [request] */
  fillIn(request) {
    const { production, tool, ...about } = request ?? {};
    this.about.answers = { ...about, confidential: about.codeName, 'production.code': production?.code, 'production.title': production?.title,
      'tool.name': tool?.name, 'tool.vendor': tool?.vendor };
    for (const [fact, group] of this.questions) choose(group, request?.facts?.[fact]);
    this.performers.people = request?.performers ?? [];
    this.evidence.given = (request?.evidence ?? []).map(id => this.files.get(id) ?? { id, name: 'Uploaded file' });
    this.react();
  }

  /** The draft keeps the answers to hidden questions as well, and the names of uploaded files. */
  get value() {
    return { ...this.request, facts: this.answers(), performers: this.performers.people, files: this.evidence.files };
  }

  /** @param {any} draft */
  set value(draft) {
    if (!draft) {
      this.fillIn(this.original);
      return;
    }
    for (const file of draft.files ?? []) this.files.set(file.id, file);
    this.fillIn(draft);
  }

  problems() {
    const { open } = factsFrom(this.answers());
    return [
      ...this.about.problems(),
      ...open.map(fact => ({ field: `facts.${fact}`, message: `Please answer: ${catalogue.questions.find(question => question.fact === fact)?.ask}` })),
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

/** @param {Desk.Question} question */
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

const CONTACTS = nextId('desk-contacts');

/** What is asked about the use itself. @type {import('./fields.js').Description[]} */
const ABOUT = [
  { name: 'title', kind: 'line', label: 'Title of the request', longest: SHORT, missing: 'Please give the request a title.',
    help: 'A few words by which everybody finds it again, such as “Posters in the subway scene”.' },
  { name: 'production.title', kind: 'line', label: 'Film or series', longest: SHORT, missing: 'Please name the film or series.',
    help: 'As the production is called at work.' },
  { name: 'production.code', kind: 'line', label: 'Production code', longest: 20, missing: 'Please give the production code.',
    help: 'For example ETERNAUTA-S1.' },
  { name: 'description', kind: 'text', label: 'What do you want to do?', rows: 4, longest: LONG, subject: 'The description',
    missing: 'Please describe what you want to do.',
    help: 'What is made, from what, for which scene, and what happens with it afterwards.' },
  { name: 'tool.name', kind: 'line', label: 'Tool', longest: SHORT, missing: 'Please name the tool.',
    help: 'With its version or plan, if you know it.' },
  { name: 'tool.vendor', kind: 'line', label: 'Made by', longest: SHORT, missing: 'Please say who makes the tool.',
    help: 'The company behind the tool.' },
  { name: 'netflixContact', kind: 'email', label: 'E-mail address of your Netflix contact', longest: SHORT,
    attributes: { inputmode: 'email', list: CONTACTS }, missing: 'Please give the e-mail address of your Netflix contact.',
    help: 'Every use is shared with this person, who also helps when you are in doubt. Choose one of the desk’s contacts.' },
  { name: 'confidential', kind: 'tick', label: 'Keep this request confidential',
    help: 'For an unannounced title. Everybody but the people who work on the request sees a code name, in mails and lists too.' },
  { name: 'codeName', kind: 'line', label: 'Code name', longest: SHORT, when: ({ confidential }) => confidential,
    missing: 'Please give the request a code name, or do not keep it confidential.',
    help: 'What others may call it, such as “Project Heron”. Nothing of the title or the production, please.' },
];

/** @param {Fields} about */
function aboutRows(about) {
  /** @param {...string} names */
  const pair = (...names) => el('div', { class: 'desk-pair' }, names.map(name => about.place(name)));
  return [about.place('title'), pair('production.title', 'production.code'), about.place('description'), pair('tool.name', 'tool.vendor'),
    about.place('netflixContact'), about.place('confidential'), about.place('codeName')];
}
