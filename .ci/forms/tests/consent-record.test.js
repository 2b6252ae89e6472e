import { answer, chooses, fields, place, shown, types } from './desk.js';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ConsentRecord, PerformerCard } from '../../../forms/consent-record.js';
import { define, el } from '../../../forms/dom.js';
import { Evidence } from '../../../forms/evidence.js';

define('desk-evidence', Evidence);
define('desk-consent-record', ConsentRecord);
define('desk-performer', PerformerCard);

const AGREEMENT = { id: 'tv-2026', name: 'TV', version: '2026', validFrom: '2026-01-01', validUntil: '2026-12-31', noticeHours: 48,
  separateSignature: true, unionNotice: ['DECEASED'], compensation: true, languages: true, term: true };
const EASY = { id: 'easy', name: 'Own contract', version: '1', validFrom: '2020-01-01', noticeHours: 0, separateSignature: false,
  unionNotice: [], compensation: false, languages: false, term: false };
const COMPLETE = { kind: 'REPLICA', use: 'A younger face', languages: ['Spanish'], titles: ['El Eternauta'], term: 'This season', compensation: 'Session day',
  signedSeparately: true, engagedLater: false, signedOn: '2026-11-01', noticeGivenAt: '2026-11-01T09:00', firstUseAt: '2026-11-10T09:00', exception: 'NONE',
  agreement: 'TV', agreementVersion: '2026' };

function concerns(performer) {
  answer('api/requests/GA-1', { request: { performers: [{ name: 'Nobody' }, performer] } });
}

describe('the record of a consent', () => {
  let consent;

  const opened = async (performer = {}) => {
    concerns({ name: 'Ana', role: 'PRINCIPAL', use: 'Her younger face', ...performer });
    answer('api/agreements', [AGREEMENT, EASY]);
    consent = shown(el('desk-consent-record'));
    await consent.begin({ requestNumber: 'GA-1', loopCounter: 1 });
  };

  beforeEach(() => opened());

  it('asks for everything as long as no agreement is chosen', () => {
    assert.deepEqual(fields(consent.problems()).sort(), ['agreement', 'compensation', 'exception', 'firstUseAt', 'kind', 'languages', 'noticeGivenAt',
      'signedOn', 'signedSeparately', 'term', 'titles', 'use'].map(name => `consent.${name}`));
  });

  it('asks for as little as the agreement does', () => {
    types('consent.firstUseAt', '2026-11-10T09:00');
    types('consent.agreement', 'easy');

    assert.deepEqual(fields(consent.problems()).sort(), ['exception', 'kind', 'signedOn', 'titles', 'use'].map(name => `consent.${name}`));
    assert.match(consent.textContent, /asks for no notice/);
  });

  it('that is complete is sent with the version of its agreement', () => {
    consent.value = COMPLETE;

    assert.deepEqual(consent.problems(), []);
    assert.deepEqual(consent.variables(), { consent: { type: 'Json', value: { ...COMPLETE, evidence: [] } } });
  });

  it('offers no agreement that is over when the use begins', () => {
    types('consent.firstUseAt', '2027-01-05T09:00');

    assert.deepEqual([...place('consent.agreement').querySelectorAll('option')].map(({ value }) => value), ['', 'easy']);
  });

  it('says how long before the use people were told', () => {
    const notice = () => consent.notice;
    assert.equal(notice().hidden, true);

    consent.value = { ...COMPLETE, noticeGivenAt: '2026-11-09T09:00' };
    assert.equal(notice().textContent, '24 hours lie between notice and use; 48 are needed unless they were engaged later.');
    assert.ok(notice().classList.contains('desk-notice-short'));

    chooses('consent.engagedLater');
    assert.ok(!notice().classList.contains('desk-notice-short'));

    consent.value = { ...COMPLETE, noticeGivenAt: '2026-11-11T09:00' };
    assert.match(notice().textContent, /begins before notice was given/);
  });

  it('asks why an exception fits only while one is claimed, and does not send what was written before', () => {
    consent.value = { ...COMPLETE, exception: undefined };
    const [, claimed] = [...place('consent.exception').querySelectorAll('input')].map(({ value }) => value).filter(value => value !== 'NONE');
    chooses('consent.exception', claimed);
    assert.deepEqual(fields(consent.problems()), ['consent.exceptionReason']);

    types('consent.exceptionReason', 'Parody.');
    assert.equal(consent.record.exceptionReason, 'Parody.');

    chooses('consent.exception', 'NONE');
    assert.equal('exceptionReason' in consent.record, false);
    assert.deepEqual(consent.problems(), []);
  });

  it('takes no text that is too long', () => {
    consent.value = { ...COMPLETE, use: 'x'.repeat(2001) };

    assert.deepEqual(consent.problems(), [{ field: 'consent.use', message: 'This text has 2,001 characters; 2,000 fit. Please shorten it.' }]);
  });

  it('of somebody who has died names the estate, and the union is told', async () => {
    await opened({ role: 'DECEASED' });
    consent.value = COMPLETE;

    assert.deepEqual(consent.problems().map(({ message }) => message).sort(), [
      'Please give the day on which the union was told; this use requires it.',
      'Please name the estate or authorised representative who consented.',
    ]);
    assert.match(place('consent.representative').textContent, /^Consent given by \(estate/);
    assert.equal(place('consent.unionNotifiedOn').querySelector('label').textContent, 'Union told on');
  });

  it('begins with the representative of the request, also when a draft is thrown away', async () => {
    await opened({ representative: 'Agency' });
    assert.equal(consent.record.representative, 'Agency');

    types('consent.representative', 'Somebody');
    consent.value = null;

    assert.equal(consent.record.representative, 'Agency');
  });

  it('warns of what the agreement bars', async () => {
    answer('api/agreements', [{ ...AGREEMENT, minors: 'BARRED' }]);
    concerns({ name: 'Ana', role: 'MINOR', use: 'x' });
    await consent.begin({ requestNumber: 'GA-1', loopCounter: 1 });
    types('consent.firstUseAt', '2026-11-10T09:00');

    types('consent.agreement', 'tv-2026');

    assert.match(consent.textContent, /bars such a use of a minor/);
  });
});

describe('whose consent is concerned', () => {
  it('is said by name, role and use', async () => {
    concerns({ name: 'Ana', role: 'MINOR', representative: 'Her mother', use: 'A younger face' });
    const card = shown(el('desk-performer'));

    await card.begin({ requestNumber: 'GA-1', loopCounter: 1 });

    for (const words of ['Ana', 'Minor · represented by Her mother', 'A younger face']) assert.ok(card.textContent.includes(words));
  });

  it('is said to nobody who has not claimed a confidential task', async () => {
    answer('api/requests/GA-1', { disguised: true });
    const card = shown(el('desk-performer'));

    await card.begin({ requestNumber: 'GA-1', loopCounter: 1 });

    assert.equal(card.textContent, '');
  });
});
