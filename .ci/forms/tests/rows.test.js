import { button, place, shown } from './desk.js';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { TextRows } from '../../../forms/rows.js';

describe('a list of texts', () => {
  let rows;

  beforeEach(() => {
    rows = new TextRows({ path: 'conditions', legend: 'Conditions', item: 'condition', longest: 5, lines: 2 });
    shown(rows.element);
  });

  it('begins with one empty row that counts for nothing', () => {
    assert.equal(place('conditions[0]').querySelector('label').textContent, 'Condition 1');
    assert.deepEqual(rows.value, []);
  });

  it('says once that nothing is there, when something must be', () => {
    assert.deepEqual(rows.problems('Please write one.'), [{ field: 'conditions', message: 'Please write one.' }]);
    assert.deepEqual(rows.problems(), []);
  });

  it('grows by a row that takes the focus', () => {
    button('Add condition').click();

    assert.equal(document.activeElement, place('conditions[1]').querySelector('textarea'));
  });

  it('leaves out empty rows, and names the row that is too long', () => {
    rows.value = ['one', '', 'too long'];

    assert.deepEqual(rows.value, ['one', 'too long']);
    assert.deepEqual(rows.problems('Please write one.'), [{ field: 'conditions[2]', message: 'Condition 3 has 8 characters; 5 fit. Please shorten it.' }]);
  });

  it('numbers its rows anew when one goes, and says that something changed', () => {
    let changed = 0;
    rows.element.addEventListener('desk-changed', () => { changed += 1; });
    rows.value = ['one', 'two', 'three'];

    button('Remove', place('conditions[1]')).click();

    assert.deepEqual(rows.value, ['one', 'three']);
    assert.equal(place('conditions[1]').querySelector('label').textContent, 'Condition 2');
    assert.equal(place('conditions[1]').querySelector('button').getAttribute('aria-label'), 'Remove condition 2');
    assert.equal(place('conditions[2]'), null);
    assert.equal(changed, 1);
  });

  it('never loses its last row', () => {
    button('Remove', place('conditions[0]')).click();

    assert.ok(place('conditions[0]'));
  });
});
