import { background } from './background.js';
import { element } from './element.js';
import { guessList } from './guesses.js';
import { formatMillis, formatShare, SERVICE_LANGUAGE, texts } from './language.js';
import { Problem } from './problem.js';

/**
 * Puts an answer into words and elements.
 *
 * @param elapsed milliseconds from the first byte sent to the answer, and the waits before it
 * @param retryButton for an answer that may be a better one later
 * @returns the title of the card, its summary to be read out, and its content
 */
export function describe(answer, elapsed, retryButton) {
  const { known, term, score, threshold, problems } = answer;
  const verdict = known ? texts.known(formatShare(score)) : texts.unsure(formatShare(threshold));
  const missing = problems.map(problem => Problem.of(problem.status, problem).sentence);
  return {
    title: known ? element('span', { lang: SERVICE_LANGUAGE }, term) : texts.unknown,
    summary: [`${known ? term : texts.unknown}.`, verdict, ...missing].join(' '),
    content: [
      element('p', { class: 'verdict' }, verdict),
      ...background(answer, retryButton),
      guessList(answer),
      measurements(answer, elapsed),
    ],
  };
}

function measurements({ known, timings, model }, elapsed) {
  const times = Object.entries({ ...timings, total: elapsed })
    // Who isn't known isn't looked up.
    .filter(([step]) => known || step !== 'article')
    .map(([step, time]) => measurement(texts.timings[step], formatMillis(time)));
  return element('dl', { class: 'measurements' },
    ...times, measurement(texts.model, `${model.name}, ${model.precision}`));
}

function measurement(name, value) {
  return element('div', {}, element('dt', {}, name), element('dd', {}, value));
}
