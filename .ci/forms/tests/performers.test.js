import { button, fields, place, shown, types } from './desk.js';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { define, el } from '../../../forms/dom.js';
import { Performers } from '../../../forms/performers.js';

define('desk-performers', Performers);

const LEAD = { name: 'Ana', role: 'PRINCIPAL', use: 'A younger face.' };

describe('people who are concerned', () => {
  let performers;

  beforeEach(() => {
    performers = shown(el('desk-performers'));
  });

  it('are nobody before somebody is named, also when a first row is open', () => {
    performers.want();
    performers.want();

    assert.equal(performers.people.length, 1);
    assert.deepEqual(performers.given, []);
    assert.deepEqual(performers.gaps(), []);
  });

  it('are given as the server takes them, without what was left empty', () => {
    performers.people = [{ ...LEAD, union: '' }, {}];

    assert.deepEqual(performers.given, [LEAD]);
  });

  it('lack what a row that was begun has not', () => {
    performers.people = [{}, { union: 'SAG-AFTRA' }];

    assert.deepEqual(performers.gaps().map(({ field }) => field).sort(), ['performers[1].name', 'performers[1].role', 'performers[1].use']);
  });

  it('need somebody who consents for a minor', () => {
    performers.people = [{ ...LEAD, role: 'MINOR' }];
    assert.deepEqual(performers.gaps(), [{ field: 'performers[0].representative', message: 'Please name the parent or guardian who can consent.' }]);
    assert.equal(place('performers[0].representative').querySelector('label').textContent, 'Parent or guardian');

    types('performers[0].role', 'PRINCIPAL');
    assert.deepEqual(performers.gaps(), []);
    assert.equal(place('performers[0].representative').querySelector('label').textContent, 'Agent or representative optional');
  });

  it('have a use that fits', () => {
    performers.people = [{ ...LEAD, use: 'x'.repeat(1001) }];

    assert.deepEqual(performers.gaps(), [{ field: 'performers[0].use', message: 'The description of the use has 1,001 characters; 1,000 fit. Please shorten it.' }]);
  });

  it('are numbered anew when one goes', () => {
    performers.people = [LEAD, { ...LEAD, name: '' }, { ...LEAD, name: 'Eva' }];
    let changed = 0;
    performers.addEventListener('desk-changed', () => { changed += 1; });

    button('Remove', place('performers').querySelector('.desk-person')).click();

    assert.deepEqual(performers.people.map(({ name }) => name), ['', 'Eva']);
    assert.deepEqual(fields(performers.gaps()), ['performers[0].name']);
    assert.equal(place('performers[2].name'), null);
    assert.equal(changed, 1);
  });

  it('are added in a row that takes the focus', () => {
    button('Add a person or craft').click();

    assert.equal(document.activeElement, place('performers[0].role').querySelector('select'));
  });
});
