import { element, link } from './element.js';
import { SERVICE_LANGUAGE, texts } from './language.js';
import { Problem } from './problem.js';

/** How many characters of an article are asked for. */
export const EXTRACT_LENGTH = 500;

const LICENCES = { 'CC BY-SA 4.0': 'https://creativecommons.org/licenses/by-sa/4.0/' };

/** Tells what is known about the thing in the picture: the article, or else why there is none, and the definition. */
export function background({ known, article, definition, problems }, retryButton) {
  if (!known) {
    return [];
  }
  if (article !== null) {
    return [encyclopediaSays(article)];
  }
  const [problem] = problems;
  const reason = problem === undefined
    ? [element('p', {}, texts.noPage)]
    : [Problem.of(problem.status, problem).explanation(), retryButton];
  return [...reason, definition === null ? null : dictionarySays(definition)];
}

function encyclopediaSays({ title, url, extract, language, licence, disambiguation }) {
  const isCut = [...extract].length === EXTRACT_LENGTH;
  const paragraphs = extract === '' ? [] : (isCut ? `${extract}…` : extract).split('\n');
  const source = element('p', { class: 'source' }, texts.wikipedia, ' ',
    licence in LICENCES ? link(LICENCES[licence], { rel: 'license', target: '_blank' }, licence) : licence);
  return element('section', { class: 'background' },
    element('h3', {}, link(url, { lang: language, hreflang: language, target: '_blank' }, title)),
    disambiguation ? element('p', {}, texts.disambiguation) : null,
    ...paragraphs.map(paragraph => element('p', { lang: language, class: 'extract' }, paragraph)),
    source);
}

function dictionarySays({ text, source }) {
  return element('section', { class: 'background' },
    element('h3', {}, texts.definition),
    element('p', { lang: SERVICE_LANGUAGE, class: 'extract' }, text),
    element('p', { class: 'source' }, texts.dictionary(source)));
}
