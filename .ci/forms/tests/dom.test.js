import { place, shown } from './desk.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { choices, choose, chosen, el, field, fill, nextId, put, relabel, tick } from '../../../forms/dom.js';

describe('an element', () => {
  it('takes text from people as text', () => {
    const made = el('p', {}, '<img src=x onerror=alert(1)>');

    assert.equal(made.children.length, 0);
    assert.equal(made.textContent, '<img src=x onerror=alert(1)>');
  });

  it('leaves out what a condition left out', () => {
    const made = el('p', { title: null, hidden: false, 'data-x': undefined }, null, undefined, false, ['a', [null, ['b']]]);

    assert.equal(made.textContent, 'ab');
    assert.deepEqual(made.getAttributeNames(), []);
  });

  it('listens, and takes true as an attribute without a value', () => {
    let pressed = 0;
    const made = el('button', { onclick: () => { pressed += 1; }, disabled: false, autofocus: true });

    made.click();

    assert.equal(pressed, 1);
    assert.equal(made.getAttribute('autofocus'), '');
    assert.equal(made.getAttribute('onclick'), null);
  });

  it('is filled anew, without what was there', () => {
    const made = el('p', {}, 'before');

    fill(made, false, 'after');

    assert.equal(made.textContent, 'after');
  });

  it('never gets the id of another one', () => {
    assert.notEqual(nextId('x'), nextId('x'));
  });
});

describe('a field', () => {
  it('binds label, help and counter to its control', () => {
    const control = el('textarea');
    shown(field({ path: 'title', label: 'Title', help: 'A few words.', control, counted: 10 }));

    const described = control.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent);

    assert.equal(document.querySelector('label').getAttribute('for'), control.id);
    assert.deepEqual(described, ['A few words.', '0 of 10 characters']);
  });

  it('counts what is typed and what is put in, without the spaces around', () => {
    const control = el('textarea');
    shown(field({ path: 'title', label: 'Title', control, counted: 3 }));
    const count = document.querySelector('.desk-count');

    put(control, ' ab ');
    assert.equal(count.textContent, '2 of 3 characters');
    assert.ok(!count.classList.contains('desk-too-long'));

    control.value = 'abcde';
    control.dispatchEvent(new Event('input'));
    assert.equal(count.textContent, '2 characters too many; 3 fit.');
    assert.ok(count.classList.contains('desk-too-long'));
  });

  it('gets another label, and is marked as optional only while it is', () => {
    shown(field({ path: 'union', label: 'Union', control: el('input') }));

    relabel(place('union'), 'Guild', true);
    assert.equal(document.querySelector('label').textContent, 'Guild optional');

    relabel(place('union'), 'Guild', false);
    assert.equal(document.querySelector('label').textContent, 'Guild');
  });
});

describe('a choice', () => {
  const options = [{ value: true, label: 'Yes', hint: 'really' }, { value: false, label: 'No' }, { value: 'UNSURE', label: 'Not sure' }];

  it('has no value before somebody chooses', () => {
    assert.equal(chosen(choices({ path: 'x', legend: 'X?', options }), options), undefined);
  });

  it('gives back values of the kind that the catalogue has', () => {
    const group = choices({ path: 'x', legend: 'X?', options });
    for (const { value } of options) {
      choose(group, value);
      assert.equal(chosen(group, options), value);
    }
    choose(group, undefined);
    assert.equal(chosen(group, options), undefined);
  });

  it('does not disturb another one on the same page', () => {
    const [one, other] = [choices({ path: 'x', legend: 'X?', options }), choices({ path: 'y', legend: 'Y?', options })];
    shown(el('form', {}, one, other));

    choose(one, true);
    choose(other, false);

    assert.equal(chosen(one, options), true);
    assert.equal(chosen(other, options), false);
  });
});

describe('a tick box', () => {
  it('is a field with its help', () => {
    const wrapper = shown(tick({ path: 'separate', label: 'Signed apart', help: 'Otherwise it does not count.' }));

    assert.equal(wrapper.control.checked, false);
    assert.equal(document.getElementById(wrapper.control.getAttribute('aria-describedby')).textContent, 'Otherwise it does not count.');
  });
});
