import { button, place, shown } from './desk.js';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { el, field } from '../../../forms/dom.js';
import { clearProblems, forgiveOnInput, showProblems } from '../../../forms/problems.js';

describe('problems', () => {
  let summary;
  let form;
  let hiddenField;

  beforeEach(() => {
    summary = el('div');
    hiddenField = field({ path: 'later', label: 'Later', control: el('input') });
    form = el('form', {}, summary,
      field({ path: 'title', label: 'Title', help: 'Short.', control: el('input') }),
      el('fieldset', { 'data-path': 'performers' }, field({ path: 'performers[0].name', label: 'Name', control: el('input') })),
      el('div', { hidden: true }, hiddenField));
    shown(form);
    forgiveOnInput(form);
  });

  const listed = () => [...summary.querySelectorAll('li')].map(item => item.textContent);
  const show = (...problems) => showProblems(summary, form, problems.map(([path, message]) => ({ field: path, message })));

  it('are listed as the fields stand on the page, those of no field first', () => {
    show(['performers[0].name', 'Name it.'], ['title', 'Title it.'], ['', 'And this.']);

    assert.deepEqual(listed(), ['And this.', 'Title it.', 'Name it.']);
    assert.equal(summary.querySelector('h4').textContent, '3 things to mend');
    assert.equal(document.activeElement, summary.firstChild);
  });

  it('stand at their fields too, where a reader hears them with the help', () => {
    show(['title', 'Title it.']);
    const input = place('title').querySelector('input');

    assert.equal(summary.querySelector('h4').textContent, 'One thing to mend');
    assert.equal(input.getAttribute('aria-invalid'), 'true');
    assert.deepEqual(input.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent), ['Title it.', 'Short.']);
  });

  it('of one field are put together', () => {
    show(['title', 'Title it.'], ['title', 'Shorten it.']);

    assert.equal(place('title').querySelectorAll('.desk-error').length, 1);
    assert.equal(place('title').querySelector('.desk-error').textContent, 'Title it. Shorten it.');
  });

  it('of a field that is not there are shown at the nearest one around it', () => {
    show(['performers[3].union', 'Which?']);

    assert.equal(place('performers').querySelector(':scope > .desk-error').textContent, 'Which?');
  });

  it('of a hidden field are said at the head, and not hidden with it', () => {
    show(['later', 'Answer it.']);

    assert.deepEqual(listed(), ['Answer it.']);
    assert.equal(hiddenField.querySelector('.desk-error'), null);
  });

  it('of no field are called the desk’s answer', () => {
    show(['', 'Somebody else has just taken this task.']);

    assert.equal(summary.querySelector('h4').textContent, 'The desk could not take this');
  });

  it('lead to their field', () => {
    show(['performers[0].name', 'Name it.']);

    button('Name it.').click();

    assert.equal(document.activeElement, place('performers[0].name').querySelector('input'));
  });

  it('are forgiven while they are mended, and only there', () => {
    show(['title', 'Title it.'], ['performers[0].name', 'Name it.']);

    place('title').querySelector('input').dispatchEvent(new Event('input', { bubbles: true }));

    assert.equal(place('title').querySelector('.desk-error'), null);
    assert.ok(place('performers[0].name').querySelector('.desk-error'));
  });

  it('go when they are cleared, and leave the help', () => {
    show(['title', 'Title it.']);

    clearProblems(summary, form);

    assert.deepEqual(listed(), []);
    assert.equal(document.querySelectorAll('.desk-wrong, .desk-error, [aria-invalid]').length, 0);
    assert.equal(document.getElementById(place('title').querySelector('input').getAttribute('aria-describedby')).textContent, 'Short.');
  });
});
