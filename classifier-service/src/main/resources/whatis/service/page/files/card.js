import { announce } from './announcements.js';
import { describe } from './answer.js';
import { element } from './element.js';
import { identify, UNREAD_FORMAT } from './identification.js';
import { formatShare, texts } from './language.js';
import { Picture } from './picture.js';

let number = 0;

/** A picture and what is known about it: first how far it is, then the answer or what went wrong. */
export class Card {
  #file;
  #sent;
  #picture;
  #queue;
  #onAnswer;
  #controller = new AbortController();
  #title = element('h2', { id: `card-${++number}`, tabindex: '-1' });
  #content = element('div', { class: 'content' });
  #countdown = element('p', { class: 'countdown' });

  constructor(file, queue, onAnswer) {
    this.#file = file;
    this.#sent = file;
    this.#picture = new Picture(file);
    this.#queue = queue;
    this.#onAnswer = onAnswer;
    const remove = button('remove', () => this.#remove(), '×');
    remove.setAttribute('aria-label', texts.remove(file.name));
    this.element = element('article', { class: 'card', 'aria-labelledby': this.#title.id },
      this.#picture.element, element('div', { class: 'account' }, this.#title, this.#content), remove);
  }

  /** Gets in line, for the first time or once more. */
  start() {
    this.element.setAttribute('aria-busy', 'true');
    this.#show(this.#file.name, element('p', {}, texts.queued));
    this.#queue.add(this.#work);
  }

  #work = async () => {
    const begin = performance.now();
    this.#showProgress(0);
    try {
      const answer = await identify(this.#sent, {
        signal: this.#controller.signal,
        onProgress: share => this.#showProgress(share),
        onWait: (problem, seconds) => this.#showWait(problem, seconds),
        onConversion: png => this.#takeConverted(png),
      });
      const { title, summary, content } = describe(answer, performance.now() - begin, this.#retryButton());
      this.#finish(title, summary, ...content);
      this.#onAnswer(answer);
    } catch (problem) {
      if (!this.#controller.signal.aborted) {
        if (problem.slug === UNREAD_FORMAT) {
          this.#picture.hide();
        }
        this.#finish(texts.noAnswer, problem.sentence,
          problem.explanation(), problem.mayPass ? this.#retryButton() : null);
      }
    }
  };

  #showProgress(share) {
    const isSent = share === 1;
    const bar = element('progress', { 'aria-label': texts.progress, ...(isSent ? {} : { value: share }) });
    this.#show(this.#file.name, element('p', {}, isSent ? texts.looking : texts.uploading(formatShare(share))), bar);
  }

  #showWait(problem, seconds) {
    if (seconds === problem.retryAfter) {
      announce(`${this.#file.name}: ${problem.sentence} ${texts.tryingAgain(seconds)}`);
      this.#show(this.#file.name, problem.explanation(), this.#countdown);
    }
    this.#countdown.textContent = texts.tryingAgain(seconds);
  }

  #takeConverted(png) {
    this.#sent = png;
    this.#picture.convertTo(png);
    announce(`${this.#file.name}: ${texts.converted}`);
  }

  #finish(title, summary, ...content) {
    this.element.setAttribute('aria-busy', 'false');
    this.#show(title, ...content);
    announce(`${this.#file.name}: ${summary}`);
  }

  #show(title, ...content) {
    this.#title.replaceChildren(title);
    this.#content.replaceChildren(...content.filter(child => child !== null));
  }

  #retryButton() {
    return button('second', () => {
      this.start();
      // The button is gone, and with it the place in the page.
      this.#title.focus();
    }, texts.tryAgain);
  }

  #remove() {
    this.#queue.remove(this.#work);
    this.#controller.abort();
    const next = this.element.nextElementSibling?.querySelector('h2') ?? document.getElementById('pick');
    this.element.remove();
    next.focus();
  }
}

function button(style, onClick, text) {
  const node = element('button', { type: 'button', class: style }, text);
  node.addEventListener('click', onClick);
  return node;
}
