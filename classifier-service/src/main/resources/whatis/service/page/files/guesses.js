import { element } from './element.js';
import { formatShare, SERVICE_LANGUAGE, texts } from './language.js';

/** Draws the guesses as bars, with a line where one begins to count as known. */
export function guessList({ guesses, threshold }) {
  const list = element('ol', {}, ...guesses.map(guess => item(guess, threshold)));
  list.style.setProperty('--threshold', threshold);
  return element('figure', { class: 'guesses' },
    element('figcaption', {}, texts.guesses(formatShare(threshold))), list);
}

function item({ label, score }, threshold) {
  const bar = element('span', { class: score >= threshold ? 'bar enough' : 'bar', 'aria-hidden': 'true' });
  bar.style.setProperty('--score', score);
  return element('li', {},
    element('span', { lang: SERVICE_LANGUAGE }, label), ' ',
    element('span', { class: 'score' }, formatShare(score)), bar);
}
