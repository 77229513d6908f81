import { announce } from './announcements.js';
import { Card } from './card.js';
import { takeIn } from './intake.js';
import { texts, translate } from './language.js';
import { Queue } from './queue.js';

/**
 * One is on its way while the other is looked at; more from one person would only keep others out. Who is told to come back
 * keeps its place, so that the next ones don't ask the busy service, too.
 */
const AT_A_TIME = 2;

translate();

const answers = document.getElementById('answers');
const fallback = document.getElementById('fallback');
const queue = new Queue(AT_A_TIME);

function tellFallback(answer) {
  if (answer.model.fallback && fallback.hidden) {
    fallback.hidden = false;
    announce(texts.fallback);
  }
}

takeIn(files => {
  const cards = files.map(file => new Card(file, queue, tellFallback));
  // The newest on top, where they are seen; those that came together in their order.
  answers.prepend(...cards.map(card => card.element));
  announce(texts.taken(files.length));
  cards[0].element.scrollIntoView({ block: 'nearest' });
  cards.forEach(card => card.start());
});
