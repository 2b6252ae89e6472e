/** What the scripts of the forms are handed by the desk and by Tasklist. */
declare namespace Desk {
  type Fact = string | boolean;
  type Facts = Record<string, Fact | undefined>;

  interface Option { value: Fact; label: string; hint?: string; reason?: string; }

  interface Question {
    fact: string; section: string; clause: string; short: string; ask: string; guideline: string; example: string;
    best: Fact; otherwise?: Fact; askedWhen?: Record<string, Fact[]>[]; options: Option[];
  }

  interface Catalogue {
    sections: { id: string; title: string; intro: string }[];
    questions: Question[];
    roles: { value: string; label: string; representative?: string }[];
    outcomes: Record<string, { step: string; legend: string; options: Option[] }>;
    consent: { kinds: Option[] };
    tiers: Record<string, { label: string; meaning: string }>;
    statuses: Record<string, string>;
    scans: Record<string, string>;
    reviews: Record<string, string>;
    steps: Record<string, { label: string; does: string }>;
    clauses: Record<string, string>;
  }

  interface Performer { name: string; role: string; union?: string; representative?: string; use: string; }

  interface Request {
    title: string; codeName?: string; description: string;
    production: { code: string; title: string };
    tool: { name: string; vendor: string };
    netflixContact: string;
    performers: Performer[];
    facts: Facts;
    evidence: string[];
  }

  interface Finding { clause: string; tier: 'LOW' | 'ESCALATE' | 'WRITTEN_APPROVAL'; reason: string; union?: boolean; }

  interface Triage {
    tier: string; guidelineVersion: string; findings: Finding[]; reviews?: string[];
    serviceLevels?: { step: string; due: string }[];
  }

  /** A file; of one that is known by its id only, the size and the scan are not. */
  interface File { id: string; name: string; size?: number; scan?: string; uploadedBy?: string; uploadedAt?: string; }

  interface Consent {
    agreement: string; agreementVersion: string; kind: string; use: string; representative?: string; signedOn?: string;
    noticeGivenAt?: string; engagedLater?: boolean; firstUseAt?: string; languages?: string[]; term?: string; validUntil?: string;
    titles?: string[]; exception?: string; exceptionReason?: string; compensation?: string; unionNotifiedOn?: string;
  }

  interface Opinion {
    round: number; step: string; by: string; at: string; outcome: string; reason: string; conditions?: string[];
    performer?: string; consent?: Consent; validUntil?: string;
  }

  interface Approval {
    conditions: { words: string; due: string }[];
    holds: { id: string; cause: string; about: string; reason: string; by: string; at: string }[];
  }

  /** A case; of a disguised one there is no request, opinion or file. */
  interface Case {
    number: string; title: string; confidential: boolean; disguised: boolean;
    production: { code: string; title: string };
    netflixContact: string; status: string; tier?: string; guidelineVersion?: string;
    requester: string; submittedAt: string; round: number;
    request?: Request; triage?: Triage; opinions: Opinion[]; evidence: File[];
    timeline: { at: string; by?: string; summary: string }[];
    letter?: object; approval?: Approval; renews?: string;
  }

  /** What an agreement asks of a consent. */
  interface Asks {
    noticeHours: number; separateSignature: boolean; unionNotice: string[]; compensation: boolean; languages: boolean; term: boolean;
  }

  interface Agreement extends Asks {
    id: string; name: string; version: string; validFrom: string; validUntil?: string;
    minors?: string; note?: string; strike?: { at: string };
  }

  /** Something to mend: the path of the field, empty when it is about none, and a sentence. */
  interface Problem { field: string; message: string; }

  /** The variables of a task that a form reads, by name. */
  interface Context { requestNumber: string; loopCounter: number; holdId: string; }

  type Variables = Record<string, { type: string; value: unknown }>;

  type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

  /** An element in which a problem can be shown, and the control inside to which it belongs. */
  type Place<C extends HTMLElement = HTMLElement> = HTMLElement & { control: C };

  type Content = Node | string | null | undefined | false | Content[];

  /** A part of a form: see Submission. */
  interface Part extends HTMLElement {
    begin(context: Context): unknown;
    value: unknown;
    problems(): Problem[];
    confirm(): Promise<unknown>;
    variables(): Variables;
  }

  /** What Tasklist says went wrong when it sent a form. */
  interface Failure extends Error { response?: { body?: { reason?: unknown; message?: unknown } | null }; }

  interface CamForm {
    formElement: { 0: HTMLFormElement; scope?(): Scope };
    options?: { urlParams?: { userId?: string } };
    taskId?: string;
    submitPrevented: boolean;
    on(event: 'submit-failed', told: (form: CamForm, failures: [Failure]) => void): void;
    on(event: string, told: () => void): void;
    variableManager: {
      fetchVariable(name: string): void;
      variable(name: string): { value: unknown } | undefined;
      destroyVariable(name: string): void;
      createVariable(variable: { name: string; type: string; value: unknown }): void;
    };
    client: { resource(name: string): { http: Http } };
  }

  interface Http { post(path: string, options?: { headers?: Record<string, string> }): unknown; }

  interface Scope {
    $applyAsync(work: () => void): void;
    [form: string]: any;
  }
}

interface Window {
  angular?: { element(of: Element): { scope(): Desk.Scope | undefined } };
  /** What Tasklist puts behind addresses so that a new version is not taken from the cache. */
  bust?: string;
}

interface HTMLElementTagNameMap {
  'desk-evidence': import('../../forms/evidence.js').Evidence;
  'desk-performers': import('../../forms/performers.js').Performers;
  'desk-triage-panel': import('../../forms/triage-panel.js').TriagePanel;
}
