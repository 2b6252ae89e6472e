import { chooses, fields, place, shown, types } from './desk.js';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { el } from '../../../forms/dom.js';
import { Fields, tooLong } from '../../../forms/fields.js';

const YES_NO = [{ value: true, label: 'Yes' }, { value: false, label: 'No' }];

describe('described fields', () => {
  let form;

  beforeEach(() => {
    form = new Fields([
      { name: 'title', kind: 'line', label: 'Title', longest: 5 },
      { name: 'remark', kind: 'text', label: 'Remark', longest: 10, optional: true },
      { name: 'used', kind: 'choice', label: 'Was it used?', options: YES_NO, missing: 'Please say whether it was used.' },
      { name: 'where', kind: 'text', label: 'Where?', longest: 10, subject: 'The place', when: ({ used }) => used === true },
      { name: 'apart', kind: 'tick', label: 'Signed apart', missing: ({ used }) => used === true && 'It has to be signed apart.' },
      { name: 'later', kind: 'tick', label: 'Engaged later' },
      { name: 'day', kind: 'day', label: 'On', optional: true },
      { name: 'role', kind: 'select', label: 'Role', options: [{ value: 'A', label: 'Actor' }], optional: true },
    ], 'form');
    shown(el('form', { onchange: () => form.react() }, form.places));
    form.react();
  });

  it('are found under their prefix', () => {
    assert.equal(place('form.title'), form.place('title'));
  });

  it('show their labels, and which of them may stay empty', () => {
    assert.equal(place('form.title').querySelector('label').textContent, 'Title');
    assert.equal(place('form.remark').querySelector('label').textContent, 'Remark optional');
    assert.equal(place('form.used').querySelector('legend').textContent, 'Was it used?');
  });

  it('say what is missing, each in its own sentence or the common one, and nothing of what is optional or not asked', () => {
    assert.deepEqual(form.problems(), [
      { field: 'form.title', message: 'Please answer: Title' },
      { field: 'form.used', message: 'Please say whether it was used.' },
    ]);
  });

  it('take “no” as an answer', () => {
    chooses('form.used', false);

    assert.ok(!fields(form.problems()).includes('form.used'));
    assert.equal(form.given.used, false);
  });

  it('are asked as soon as another answer calls for them', () => {
    assert.equal(place('form.where').hidden, true);

    chooses('form.used', true);

    assert.equal(place('form.where').hidden, false);
    assert.deepEqual(fields(form.problems()), ['form.title', 'form.where', 'form.apart']);
  });

  it('do not give away what is no longer asked, though a draft keeps it', () => {
    chooses('form.used', true);
    types('form.where', 'Shot 12');
    assert.equal(form.given.where, 'Shot 12');

    chooses('form.used', false);

    assert.equal('where' in form.given, false);
    assert.equal(form.answers.where, 'Shot 12');
  });

  it('say by how much a text is too long, under the name that it has in sentences', () => {
    form.answers = { title: 'x'.repeat(6), used: true, where: 'y'.repeat(1234), apart: true };

    assert.deepEqual(form.problems().map(({ message }) => message), [
      '“Title” has 6 characters; 5 fit. Please shorten it.',
      'The place has 1,234 characters; 10 fit. Please shorten it.',
    ]);
  });

  it('take a text that just fits', () => {
    assert.equal(tooLong('It', 'x'.repeat(5), 5), '');
  });

  it('count spaces alone as nothing', () => {
    types('form.title', '   ');

    assert.ok(fields(form.problems()).includes('form.title'));
    assert.equal('title' in form.given, false);
  });

  it('are emptied by a draft of nothing', () => {
    form.answers = { title: 'Title', used: true, apart: true, day: '2026-12-01', role: 'A' };
    assert.deepEqual(form.given, { title: 'Title', used: true, apart: true, later: false, day: '2026-12-01', role: 'A' });

    form.answers = null;

    assert.deepEqual(form.given, { apart: false, later: false });
  });

  it('move to another row with everything that is said about them', () => {
    form.moveTo('rows[2]');

    assert.equal(place('rows[2].title'), form.place('title'));
    assert.equal(form.problems()[0].field, 'rows[2].title');
    assert.equal(place('form.title'), null);
  });

  it('are never asked for by a name that none has', () => {
    assert.throws(() => form.place('titel'), /titel/);
  });
});

describe('a field of its own make', () => {
  it('speaks for itself, and is told the sentence for when it is empty', () => {
    const told = [];
    const form = new Fields([{
      name: 'cues', kind: 'own', label: 'Cues', missing: 'Please add a cue.',
      make: path => ({ element: el('div', { 'data-path': path }), read: () => [], write: () => {}, problems: missing => { told.push(missing); return [{ field: `${path}[0]`, message: 'Wrong.' }]; } }),
    }]);

    assert.deepEqual(form.problems(), [{ field: 'cues[0]', message: 'Wrong.' }]);
    assert.deepEqual(told, ['Please add a cue.']);
  });
});
