import { chooses, fields, place, shown, types } from './desk.js';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { define, el } from '../../../forms/dom.js';
import { Conditions, Outcome, ValidUntil } from '../../../forms/outcome.js';

define('desk-outcome', Outcome);
define('desk-conditions', Conditions);
define('desk-valid-until', ValidUntil);

const inDays = days => new Date(Date.now() + days * 86400000).toLocaleDateString('sv');

describe('a decision of legal', () => {
  let outcome;

  beforeEach(() => {
    outcome = shown(el('desk-outcome', { 'variable': 'legalOutcome', 'reason': 'legalReason', 'reason-help': 'The requester reads it.' },
      el('desk-conditions', { 'variable': 'legalConditions', 'data-when': 'CLEARED_WITH_CONDITIONS' })));
  });

  const conditions = () => outcome.querySelector('desk-conditions');

  it('asks for an answer first, and for no reason before there is one', () => {
    assert.deepEqual(outcome.problems(), [{ field: 'legalOutcome', message: 'Please choose one of the answers.' }]);
    assert.equal(place('legalReason').hidden, true);
    assert.equal(conditions().hidden, true);
  });

  it('in favour takes a remark, and needs none', () => {
    chooses('legalOutcome', 'CLEARED');

    assert.deepEqual(outcome.problems(), []);
    assert.equal(place('legalReason').querySelector('label').textContent, 'Remark optional');
    assert.deepEqual(outcome.variables(), { legalOutcome: { type: 'String', value: 'CLEARED' } });
  });

  it('against it needs a reason', () => {
    chooses('legalOutcome', 'REFUSED');

    assert.deepEqual(fields(outcome.problems()), ['legalReason']);
    assert.equal(place('legalReason').querySelector('label').textContent, 'Reason');

    types('legalReason', '  The script is not ours. ');

    assert.deepEqual(outcome.problems(), []);
    assert.deepEqual(outcome.variables().legalReason, { type: 'String', value: 'The script is not ours.' });
  });

  it('with a reason that does not fit says by how much', () => {
    chooses('legalOutcome', 'CLEARED');
    types('legalReason', 'x'.repeat(4001));

    assert.deepEqual(outcome.problems(), [{ field: 'legalReason', message: 'The reason has 4,001 characters; 4,000 fit. Please shorten it.' }]);
  });

  it('with conditions shows where they are written, and needs one', () => {
    chooses('legalOutcome', 'CLEARED_WITH_CONDITIONS');

    assert.equal(conditions().hidden, false);
    assert.deepEqual(fields(conditions().problems()), ['legalConditions']);

    types('legalConditions[0]', 'Replace the poster.');

    assert.deepEqual(conditions().problems(), []);
    assert.deepEqual(conditions().variables(), { legalConditions: { type: 'Json', value: ['Replace the poster.'] } });
  });

  it('comes back from a draft, and goes with none', () => {
    outcome.value = { outcome: 'REFUSED', reason: 'No.' };
    assert.deepEqual(outcome.value, { outcome: 'REFUSED', reason: 'No.' });
    assert.equal(place('legalReason').hidden, false);

    outcome.value = null;
    assert.deepEqual(outcome.value, { outcome: undefined, reason: '' });
    assert.equal(place('legalReason').hidden, true);
  });

  it('stays as it is when its place on the page changes', () => {
    chooses('legalOutcome', 'CLEARED');
    document.body.append(outcome);

    assert.equal(outcome.outcome, 'CLEARED');
    assert.equal(outcome.querySelectorAll('textarea[rows="5"]').length, 1);
  });
});

describe('the end of an approval', () => {
  let until;

  beforeEach(() => {
    until = shown(el('desk-valid-until', { variable: 'validUntil' }));
  });

  it('may be left to the desk', () => {
    assert.deepEqual(until.problems(), []);
    assert.deepEqual(until.variables(), {});
  });

  it('lies between today and two years from now', () => {
    for (const day of [inDays(0), inDays(700)]) {
      until.value = day;
      assert.deepEqual(until.problems(), []);
      assert.deepEqual(until.variables(), { validUntil: { type: 'String', value: day } });
    }
    until.value = inDays(-2);
    assert.match(until.problems()[0].message, /in the past/);
    until.value = inDays(735);
    assert.match(until.problems()[0].message, /two years at most/);
  });
});
