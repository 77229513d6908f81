import { en } from './languages/en.js';
import { es } from './languages/es.js';

const LANGUAGES = { en, es };

const codeOf = tag => tag.split('-')[0];

/** The first of the browser's languages that the page speaks, as a tag such as es-MX. */
const tag = navigator.languages.find(candidate => codeOf(candidate) in LANGUAGES) ?? 'en';

/** All words of the page, in its language. */
export const texts = LANGUAGES[codeOf(tag)];

/**
 * What the service says is English: labels and definitions are, and articles are asked for in English, too. A label finds
 * its subject in English Wikipedia only; a search of another edition for "crane" or "mouse" would explain something else.
 */
export const SERVICE_LANGUAGE = 'en';

/** Fills in the words of the page. */
export function translate() {
  document.documentElement.lang = tag;
  for (const node of document.querySelectorAll('[data-text]')) {
    node.textContent = texts[node.dataset.text];
  }
  for (const node of document.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', texts[node.dataset.label]);
  }
}

/** Rounded down, so that no guess seems to reach a threshold that it misses. */
const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1, roundingMode: 'floor' });

const millisecond = new Intl.NumberFormat(tag, { style: 'unit', unit: 'millisecond', maximumSignificantDigits: 3 });

export const formatShare = share => percent.format(share);

export const formatMillis = time => millisecond.format(time);
