import './desk.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asked, atBest, catalogue, day, duration, factsFrom, labelOf, moment } from '../../../forms/catalogue.js';

const all = () => Object.fromEntries(catalogue.questions.map(({ fact, options }) => [fact, options[0].value]));

describe('before anything is answered', () => {
  it('the first question is open and no fact has an answer that somebody would have had to give', () => {
    const { facts, open, relevant } = factsFrom({});

    assert.equal(open[0], catalogue.questions[0].fact);
    assert.deepEqual(open, relevant);
    for (const { fact, otherwise, askedWhen } of catalogue.questions) assert.equal(facts[fact], askedWhen && !relevant.includes(fact) ? otherwise : undefined);
  });

  it('the most favourable answers fill all facts', () => {
    const facts = atBest({});

    assert.equal(Object.keys(facts).length, 23);
    for (const value of Object.values(facts)) assert.notEqual(value, undefined);
  });
});

describe('answers', () => {
  it('are taken as they are', () => {
    const answers = all();
    const { facts, open, relevant } = factsFrom(answers);

    assert.deepEqual(open, []);
    for (const fact of relevant) assert.equal(facts[fact], answers[fact]);
  });

  it('to questions that are not asked any more do not count', () => {
    const { facts, relevant } = factsFrom({ ...all(), talent: 'NONE', talentUse: 'REPLICA' });

    assert.ok(!relevant.includes('talentUse'));
    assert.equal(facts.talentUse, catalogue.questions.find(({ fact }) => fact === 'talentUse').otherwise);
  });

  it('given so far are never made kinder by what is still open', () => {
    assert.equal(atBest({ generative: 'UNSURE' }).generative, 'UNSURE');
  });

  it('of no keep their value', () => {
    assert.equal(factsFrom({ ...all(), toolTermsReviewed: false }).facts.toolTermsReviewed, false);
  });
});

describe('a question', () => {
  const question = { askedWhen: [{ one: ['A', 'B'], other: [true] }, { one: ['C'] }] };

  it('is asked when all that one alternative names hold', () => {
    assert.ok(asked(question, { one: 'A', other: true }));
    assert.ok(asked(question, { one: 'C', other: false }));
  });

  it('is not asked when only some of it holds', () => {
    assert.ok(!asked(question, { one: 'A', other: false }));
    assert.ok(!asked(question, {}));
  });

  it('without a condition is always asked', () => {
    assert.ok(asked({}, {}));
  });
});

describe('words', () => {
  it('are those of the option, or the value itself when nobody has a word for it', () => {
    assert.equal(labelOf(catalogue.roles, 'MINOR'), 'Minor');
    assert.equal(labelOf(catalogue.roles, 'NEW_ROLE'), 'NEW_ROLE');
  });

  it('of a span of time name the largest whole unit', () => {
    assert.equal(duration('P3D'), '3 days');
    assert.equal(duration('PT24H'), '1 day');
    assert.equal(duration('P1DT2H'), '26 hours');
    assert.equal(duration('PT1M'), '1 minute');
  });

  it('of a day are not moved by a time zone', () => {
    assert.equal(day('2026-12-03'), '3 Dec 2026');
    assert.equal(day(undefined), '');
    assert.equal(moment(''), '');
  });
});
