import { button, chooses, fields, place, shown, types } from './desk.js';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { CloseOut } from '../../../forms/close-out.js';
import { define, el } from '../../../forms/dom.js';

define('desk-close-out', CloseOut);

const COMPLETE = { used: true, shots: 'Shot 12', tools: 'Tool 3', sources: 'Vault', models: 'NONE_MADE', humanContribution: 'All redrawn', deepFake: 'NO',
  euRelease: 'NO', toolMarksOutput: 'NO', replica: 'NO', syntheticInAdvertising: 'NO', danishRelease: 'NO' };

describe('a close-out', () => {
  let closeOut;

  beforeEach(() => {
    closeOut = shown(el('desk-close-out'));
  });

  it('asks first whether the use took place, and shows nothing else before', () => {
    assert.deepEqual(fields(closeOut.problems()), ['closeOut.used']);
    assert.equal(closeOut.rest.hidden, true);
  });

  it('of what was not used needs nothing more and says nothing more', () => {
    closeOut.value = { ...COMPLETE, used: false };

    assert.deepEqual(closeOut.problems(), []);
    assert.deepEqual(closeOut.variables(), { closeOut: { type: 'Json', value: { used: false } } });
  });

  it('of what was used asks for everything that is not optional', () => {
    chooses('closeOut.used', true);

    assert.deepEqual(fields(closeOut.problems()), Object.keys(COMPLETE).filter(name => name !== 'used').map(name => `closeOut.${name}`));
    assert.equal(closeOut.problems()[0].message, 'Please answer: Shots and time codes');
  });

  it('that is complete is sent without what stayed empty', () => {
    closeOut.value = COMPLETE;

    assert.deepEqual(closeOut.problems(), []);
    assert.deepEqual(closeOut.variables().closeOut.value, COMPLETE);
  });

  it('asks for the day on which models were settled, and how viewers are told, only where that is needed', () => {
    closeOut.value = { ...COMPLETE, models: 'DELETED', deepFake: 'UNSURE', euRelease: 'YES', replica: 'YES' };

    assert.deepEqual(fields(closeOut.problems()), ['closeOut.modelsSettledOn', 'closeOut.disclosure', 'closeOut.representation']);

    chooses('closeOut.euRelease', 'NO');
    assert.ok(place('closeOut.disclosure').hidden);
  });

  it('says which text does not fit', () => {
    closeOut.value = { ...COMPLETE, disclaimed: 'x'.repeat(4001) };

    assert.deepEqual(closeOut.problems().map(({ message }) => message),
      ['“What a copyright registration has to disclaim” has 4,001 characters; 4,000 fit. Please shorten it.']);
  });
});

describe('its cue sheet', () => {
  let closeOut;

  beforeEach(() => {
    closeOut = shown(el('desk-close-out'));
    closeOut.value = COMPLETE;
    button('Add line').click();
    button('Add line').click();
  });

  it('is filled in line by line', () => {
    types('closeOut.cues[0].prompt', 'A street');

    const sentences = closeOut.problems().map(({ field, message }) => `${field}: ${message}`);

    assert.equal(sentences.length, 5 + 6);
    assert.equal(sentences[0], 'closeOut.cues[0].timeCode: Line 1 of the cue sheet lacks: time code.');
  });

  it('is numbered anew when a line goes', () => {
    types('closeOut.cues[1].prompt', 'The second');

    button('Remove line', place('closeOut.cues[0].prompt').closest('.desk-row')).click();

    assert.equal(closeOut.variables().closeOut.value.cues[0].prompt, 'The second');
    assert.ok(place('closeOut.cues[0].prompt'));
    assert.equal(place('closeOut.cues[1].prompt'), null);
  });

  it('comes back from a draft', () => {
    const cue = { timeCode: '1', prompt: '2', software: '3', source: '4', rights: '5', disclosure: '6' };
    closeOut.value = { ...COMPLETE, cues: [cue] };

    assert.deepEqual(closeOut.problems(), []);
    assert.deepEqual(closeOut.variables().closeOut.value.cues, [cue]);
  });
});
