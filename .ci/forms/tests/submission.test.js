import { answer, button, calls, settled, shown, unreachable } from './desk.js';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Refusal, triage } from '../../../forms/api.js';
import { define, el } from '../../../forms/dom.js';
import { sentenceOf, Submission } from '../../../forms/submission.js';

/** A part of a form of which a test says what it does. */
class Part extends HTMLElement {
  value = null;
  wrong = [];
  confirmed = () => Promise.resolve();

  begin(context) { this.begun = context; }
  problems() { return this.wrong; }
  confirm() { return this.confirmed(); }
  variables() { return { answer: { type: 'String', value: this.value } }; }
}

define('desk-part', Part);
define('desk-submission', Submission);

/** What Tasklist does with a form, as far as the forms know it. */
class Tasklist {
  listeners = {};
  variables = { requestNumber: { value: 'GA-1' } };
  sent = [];
  posted = [];
  taskId = 'task-1';
  submitPrevented = false;
  options = { urlParams: { userId: 'legal' } };
  http = Object.create({ post: (path, options) => this.posted.push({ path, options }) });
  client = { resource: () => ({ http: this.http }) };
  variableManager = {
    fetchVariable: () => {},
    variable: name => this.variables[name],
    destroyVariable: name => { delete this.variables[name]; },
    createVariable: ({ name, ...variable }) => { this.variables[name] = variable; },
  };

  constructor(form) {
    this.formElement = [form];
  }

  on(event, listener) { (this.listeners[event] ??= []).push(listener); }
  tells(event, ...more) { for (const listener of this.listeners[event] ?? []) listener(this, more); }

  /** Presses the button; gives whether the form went out. */
  submits() {
    this.submitPrevented = false;
    this.tells('submit');
    if (this.submitPrevented) return;
    this.sent.push({ ...this.variables });
  }
}

const failure = (body, status = 500) => Object.assign(new Error('ENGINE-16004 Exception while closing command context'), { status, response: { body } });

describe('an answer to a form', () => {
  const NOT_TAKEN = 'The desk could not take this. Nothing you typed is lost; please try again.';

  it('that gives a reason is told in its own words, whatever its number', () => {
    assert.equal(sentenceOf(failure({ reason: 'TAKEN', message: 'Somebody else has just taken this task.' }, 409)), 'Somebody else has just taken this task.');
    assert.equal(sentenceOf(failure({ reason: 'REFUSED', message: 'Please name one language.' }, 400)), 'Please name one language.');
  });

  it('of the engine’s own is not told, not even when its number is one of a refusal', () => {
    for (const status of [400, 403, 409, 500]) {
      assert.equal(sentenceOf(failure({ type: 'RestException', code: 0, message: 'ENGINE-03004 Cannot submit task form' }, status)), NOT_TAKEN);
    }
  });

  it('that never came, or that nobody can read, is told plainly', () => {
    assert.equal(sentenceOf(failure(null)), NOT_TAKEN);
    assert.equal(sentenceOf(new Error('network')), NOT_TAKEN);
    assert.equal(sentenceOf(failure({ reason: 'REFUSED', message: { odd: true } })), NOT_TAKEN);
  });
});

describe('a form in Tasklist', () => {
  let tasklist;
  let submission;
  let part;
  let pressed;

  beforeEach(async () => {
    sessionStorage.clear();
    const scope = {};
    window.angular = { element: () => ({ scope: () => scope }) };
    submission = el('desk-submission', { variables: 'requestNumber', sent: 'It was sent.' });
    part = el('desk-part');
    const form = el('form', { name: 'aForm' }, submission, part);
    pressed = 0;
    tasklist = new Tasklist(form);
    shown(el('div', { 'cam-tasklist-form': true }, form, el('div', { class: 'form-actions' },
      el('button', { class: 'btn-primary', type: 'button', onclick: () => { pressed += 1; tasklist.submits(); } }, 'Complete'))));
    scope.camForm = tasklist;
    tasklist.tells('form-loaded');
    tasklist.tells('variables-fetched');
    await settled();
  });

  afterEach(() => {
    delete window.angular;
  });

  const said = () => submission.summary.textContent;

  it('gives its parts the variables of the task, and sends none of them back', () => {
    assert.deepEqual(part.begun, { requestNumber: 'GA-1' });
    assert.deepEqual(tasklist.variables, {});
  });

  it('is sent once, after a clean check', async () => {
    part.value = 'YES';

    button('Complete').click();
    assert.deepEqual(tasklist.sent, []);
    await settled();

    assert.deepEqual(tasklist.sent, [{ answer: { type: 'String', value: 'YES' } }]);
    assert.equal(pressed, 2);
  });

  it('is not sent while something is missing', async () => {
    part.wrong = [{ field: 'answer', message: 'Please answer.' }];

    button('Complete').click();
    await settled();

    assert.match(said(), /Please answer\./);
    assert.deepEqual(tasklist.sent, []);
  });

  it('leaves hidden parts out', async () => {
    part.hidden = true;
    part.wrong = [{ field: 'answer', message: 'Please answer.' }];

    button('Complete').click();
    await settled();

    assert.deepEqual(tasklist.sent, [{}]);
  });

  it('is not sent when the desk says no, and shows why at the field', async () => {
    part.confirmed = () => Promise.reject(new Refusal('No.', [{ field: 'title', message: 'Somebody has that title.' }]));

    button('Complete').click();
    await settled();

    assert.match(said(), /Somebody has that title\./);
    assert.deepEqual(tasklist.sent, []);

    part.confirmed = () => Promise.resolve();
    button('Complete').click();
    await settled();
    assert.equal(tasklist.sent.length, 1);
  });

  it('is checked once when somebody presses twice', async () => {
    let asked = 0;
    part.confirmed = () => { asked += 1; return settled(); };

    button('Complete').click();
    button('Complete').click();
    await settled();
    await settled();
    await settled();

    assert.equal(asked, 1);
    assert.equal(tasklist.sent.length, 1);
  });

  it('says who opened it with everything that Tasklist sends', () => {
    tasklist.http.post('submit', { headers: { Accept: 'x' } });

    assert.deepEqual(tasklist.posted, [{ path: 'submit', options: { headers: { 'Accept': 'x', 'X-Desk-User': 'legal' } } }]);
  });

  it('shows the desk’s sentence when it is refused, and keeps Tasklist from adding its own', () => {
    const refused = failure({ reason: 'DONE', message: 'There is no such task any more.' }, 409);

    tasklist.tells('submit-failed', refused);

    assert.match(said(), /There is no such task any more\./);
    assert.equal(refused.message, 'camForm submission prevented');
  });

  it('shows no word of the engine', () => {
    tasklist.tells('submit-failed', failure({ type: 'RestException', message: 'ENGINE-16004' }, 400));

    assert.doesNotMatch(document.body.textContent, /ENGINE/);
    assert.match(said(), /could not take this\. Nothing you typed is lost/);
  });

  it('keeps what was typed in this tab until it was taken', () => {
    part.value = { typed: 'half a sentence' };
    part.dispatchEvent(new Event('input', { bubbles: true }));
    assert.deepEqual(JSON.parse(sessionStorage.getItem('desk-draft:legal:task-1')), [['desk-part', { typed: 'half a sentence' }]]);

    tasklist.tells('submit-success');

    assert.equal(sessionStorage.length, 0);
    assert.match(document.body.textContent, /It was sent\./);
  });

  it('brings a draft back, and begins afresh on demand', () => {
    sessionStorage.setItem('desk-draft:legal:task-1', JSON.stringify([['desk-part', 'kept'], ['desk-gone', 'of an older form']]));
    submission.restore();
    assert.equal(part.value, 'kept');

    button('Start afresh').click();

    assert.equal(part.value, null);
    assert.equal(sessionStorage.length, 0);
  });

  it('says what went wrong when a part cannot begin', async () => {
    part.begin = () => Promise.reject(new Refusal('The case could not be found.'));

    await submission.fill({});

    assert.match(said(), /The case could not be found\./);
  });
});

describe('a call to the desk', () => {
  it('names in a refusal the fields that the desk names', async () => {
    answer('api/triage', { detail: 'Please mend this.', errors: [{ field: 'facts.stage', message: 'Which stage?' }] }, 400, 'application/problem+json');

    await assert.rejects(triage({}), refusal => refusal instanceof Refusal && refusal.message === 'Please mend this.' && refusal.problems[0].field === 'facts.stage');
  });

  it('says in a sentence that a session has ended, or that the desk is away', async () => {
    answer('api/triage', undefined, 401);
    await assert.rejects(triage({}), /Your session has ended/);
    unreachable('api/triage');
    await assert.rejects(triage({}), /cannot be reached just now/);
  });

  it('that is no longer wanted is no failure of the desk', async () => {
    answer('api/triage', {});
    const given = new AbortController();
    given.abort();

    await assert.rejects(triage({}, given.signal), { name: 'AbortError' });
  });

  it('that changes something carries the token of its session', async () => {
    document.cookie = 'DESK-CSRF=to%2Fken';
    answer('api/triage', {});

    await triage({});

    assert.equal(calls.at(-1).headers['X-DESK-CSRF'], 'to/ken');
  });
});
