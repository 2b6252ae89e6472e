import { answer, calls, chooses, fields, place, settled, shown, types } from './desk.js';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { catalogue, factsFrom } from '../../../forms/catalogue.js';
import { define, el } from '../../../forms/dom.js';
import { Evidence } from '../../../forms/evidence.js';
import { Performers } from '../../../forms/performers.js';
import { RequestForm } from '../../../forms/request-form.js';
import { TriagePanel } from '../../../forms/triage-panel.js';

define('desk-evidence', Evidence);
define('desk-performers', Performers);
define('desk-triage-panel', TriagePanel);
define('desk-request-form', RequestForm);

const ABOUT = { 'title': 'Posters', 'production.title': 'The Kitchen', 'production.code': 'KITCHEN-S1', 'description': 'Posters on a wall.',
  'tool.name': 'Generator', 'tool.vendor': 'Maker', 'netflixContact': 'contact@desk.example' };

function describesTheUse() {
  for (const [path, text] of Object.entries(ABOUT)) types(path, text);
}

/** Answers each question that is asked, in order; with its first option where nothing else is said. */
function answersAll(form, special = {}) {
  for (const { fact, options } of catalogue.questions) {
    if (factsFrom(form.answers()).relevant.includes(fact)) chooses(`facts.${fact}`, special[fact] ?? options[0].value);
  }
}

describe('a request', () => {
  let form;

  beforeEach(async () => {
    answer('api/contacts', [{ name: 'Carla', address: 'contact@desk.example' }]);
    answer('api/triage', { tier: 'LOW', guidelineVersion: '2026', findings: [], reviews: [] });
    form = shown(el('desk-request-form'));
    await form.begin({ requestNumber: null });
    await settled();
  });

  it('says of each field what is missing', () => {
    const missing = form.problems();

    assert.deepEqual(fields(missing).slice(0, 7), Object.keys(ABOUT));
    assert.equal(missing[0].message, 'Please give the request a title.');
    assert.equal(missing[7].message, `Please answer: ${catalogue.questions[0].ask}`);
  });

  it('offers the desk’s contacts', () => {
    const list = document.getElementById(place('netflixContact').querySelector('input').getAttribute('list'));

    assert.deepEqual([...list.children].map(({ value }) => value), ['contact@desk.example']);
  });

  it('that is complete is sent with everything that was said', () => {
    describesTheUse();
    answersAll(form, { talent: 'NONE' });

    assert.deepEqual(form.problems(), []);
    const { request } = form.variables();
    assert.equal(request.type, 'Json');
    assert.deepEqual(request.value.production, { code: 'KITCHEN-S1', title: 'The Kitchen' });
    assert.deepEqual(request.value.tool, { name: 'Generator', vendor: 'Maker' });
    assert.equal(Object.keys(request.value.facts).length, 23);
    assert.deepEqual(request.value.performers, []);
    assert.equal('codeName' in request.value, false);
  });

  it('asks for a code name only while it is confidential', () => {
    assert.equal(place('codeName').hidden, true);
    chooses('confidential');

    assert.equal(place('codeName').hidden, false);
    assert.ok(fields(form.problems()).includes('codeName'));

    types('codeName', 'Project Heron');
    assert.equal(form.request.codeName, 'Project Heron');
  });

  it('takes no description that is too long', () => {
    describesTheUse();
    types('description', 'x'.repeat(4001));

    assert.equal(form.problems()[0].message, 'The description has 4,001 characters; 4,000 fit. Please shorten it.');
  });

  it('shows a question only once an earlier answer calls for it', () => {
    const later = catalogue.questions.find(({ fact }) => fact === 'talentUse');
    assert.equal(place(`facts.${later.fact}`).hidden, true);

    answersAll(form, { talent: 'LIVING_PERFORMER' });

    assert.equal(place(`facts.${later.fact}`).hidden, false);
  });

  it('asks for people as soon as consent is concerned', () => {
    assert.equal(form.whom.hidden, true);

    form.panel.show({ tier: 'WRITTEN_APPROVAL', guidelineVersion: '2026', findings: [], reviews: ['UNION_CONSENT'] }, false);

    assert.equal(form.whom.hidden, false);
    assert.ok(fields(form.problems()).includes('performers'));
    assert.ok(place('performers[0].name'));
  });

  it('is checked by the desk before it is sent', async () => {
    answer('api/requests/validation', {});
    describesTheUse();

    await form.confirm();

    assert.equal(JSON.parse(calls.at(-1).body).title, 'Posters');
    assert.ok(!calls.at(-1).url.includes('number='));
  });

  it('keeps in its draft what is hidden just now', () => {
    answersAll(form, { talent: 'LIVING_PERFORMER', talentUse: 'REPLICA' });
    chooses('facts.talent', 'NONE');
    const draft = JSON.parse(JSON.stringify(form.value));
    assert.equal(draft.facts.talentUse, 'REPLICA');

    form.value = null;
    form.value = draft;
    chooses('facts.talent', 'LIVING_PERFORMER');

    assert.equal(form.request.facts.talentUse, 'REPLICA');
  });
});

describe('a request that is amended', () => {
  it('begins with what was asked for, and goes back to it when a draft is thrown away', async () => {
    answer('api/contacts', []);
    answer('api/requests/GA-1', { netflixContact: 'other@desk.example', evidence: [{ id: 'f1', name: 'sketch.png', size: 3 }], renews: 'GA-0',
      request: { title: 'Before', codeName: 'Heron', description: 'As it was.', production: { code: 'K', title: 'Kitchen' }, tool: { name: 'T', vendor: 'V' },
        netflixContact: 'left@desk.example', performers: [{ name: 'Ana', role: 'PRINCIPAL', use: 'A face.' }], facts: { generative: 'YES' }, evidence: ['f1'] } });
    const form = shown(el('desk-request-form'));
    await form.begin({ requestNumber: 'GA-1' });
    assert.equal(form.request.title, 'Before');
    assert.equal(form.request.codeName, 'Heron');
    assert.equal(form.request.netflixContact, 'other@desk.example');
    assert.deepEqual(form.request.evidence, ['f1']);
    assert.match(form.textContent, /sketch\.png/);
    assert.match(form.renewal.textContent, /renews GA-0/);

    types('title', 'After');
    assert.equal(form.request.title, 'After');
    form.value = null;

    assert.equal(form.request.title, 'Before');
    assert.deepEqual(form.request.performers, [{ name: 'Ana', role: 'PRINCIPAL', use: 'A face.' }]);
  });
});
