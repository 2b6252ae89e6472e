/**
 * The shared parts of the forms, as custom elements, and what the desk adds to Tasklist. Tasklist loads this script
 * through `customScripts`; a page that shows a form loads it as a module.
 */
import { address } from './api.js';
import { Fulfilment, HeldUp } from './approval.js';
import { CaseCard, ChangesWanted } from './case-card.js';
import { CloseOut } from './close-out.js';
import { ConsentRecord, PerformerCard } from './consent-record.js';
import { define, el } from './dom.js';
import './labels.js';
import './sign-out.js';
import { Evidence } from './evidence.js';
import { Conditions, Outcome, ValidUntil } from './outcome.js';
import { Performers } from './performers.js';
import { RequestForm } from './request-form.js';
import { Submission } from './submission.js';
import { TriagePanel } from './triage-panel.js';

define('desk-case', CaseCard);
define('desk-changes-wanted', ChangesWanted);
define('desk-close-out', CloseOut);
define('desk-conditions', Conditions);
define('desk-consent-record', ConsentRecord);
define('desk-evidence', Evidence);
define('desk-fulfilment', Fulfilment);
define('desk-held-up', HeldUp);
define('desk-outcome', Outcome);
define('desk-performer', PerformerCard);
define('desk-performers', Performers);
define('desk-request-form', RequestForm);
define('desk-submission', Submission);
define('desk-triage-panel', TriagePanel);
define('desk-valid-until', ValidUntil);

const look = new URL('desk.css', import.meta.url).href;
if (![...document.styleSheets].some(sheet => sheet.href === look)) {
  document.head.append(el('link', { rel: 'stylesheet', href: look }));
}

/** The link “My requests” in Tasklist's navigation bar. */
export default {
  id: 'my-requests',
  pluginPoint: 'tasklist.navbar.action',
  priority: 150,
  render: (/** @type {HTMLElement} */ container) => container.append(el('a', { href: address('requests') },
    el('span', { class: 'glyphicon glyphicon-inbox', 'aria-hidden': 'true' }), ' My requests')),
};
