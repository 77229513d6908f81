import { element, link } from './element.js';
import { SERVICE_LANGUAGE, texts } from './language.js';

/** What gateways before the service refuse without a type of ours. */
const SLUGS_OF_STATUS = { 413: 'upload-too-large', 429: 'overloaded' };

/** Reasons of the browser; there is no page on them. */
const OWN = ['unreachable', 'unreadable-file'];

/** What may be otherwise if it is tried again. */
const PASSING = ['unreachable', 'upload-timeout', 'internal-error', 'encyclopedia-error', 'encyclopedia-unavailable',
  'encyclopedia-timeout'];

/** Of these the service's own sentence comes first: it names the format, which the page doesn't know. */
const QUOTED = ['unsupported-image-format'];

/** Why a picture has no answer, or an answer no article. */
export class Problem extends Error {
  /**
   * @param slug last part of the problem's type
   * @param detail the service's own sentence, for what the page has no words
   * @param retryAfter in how many seconds to come back; undefined where that makes no sense
   */
  constructor(slug, detail, retryAfter) {
    super(detail ?? slug);
    this.slug = slug;
    this.retryAfter = retryAfter;
  }

  /** @param body a problem (RFC 9457), or null if a gateway answered something else */
  static of(status, body, retryAfter) {
    const slug = body?.type?.match(/^\/problems\/([a-z-]+)$/)?.[1] ?? SLUGS_OF_STATUS[status] ?? 'unexplained';
    return new Problem(slug, body?.detail, retryAfter);
  }

  get mayPass() {
    return PASSING.includes(this.slug);
  }

  get sentence() {
    return this.#isQuoted ? `${this.message} ${this.#words}` : this.#words;
  }

  get #isQuoted() {
    return QUOTED.includes(this.slug);
  }

  get #words() {
    return texts.problems[this.slug] ?? this.message;
  }

  /** Builds a paragraph that says what is wrong, with the way to the page that says more. */
  explanation() {
    const page = OWN.includes(this.slug) || this.slug === 'unexplained'
      ? null
      : link(`problems/${this.slug}`, { hreflang: 'en', target: '_blank' }, texts.more);
    const quote = this.#isQuoted ? element('span', { lang: SERVICE_LANGUAGE }, this.message) : null;
    return element('p', { class: 'problem' }, quote, ' ', this.#words, ' ', page);
  }
}
