import { element } from './element.js';

/** What happened long ago needn't be read out. */
const KEPT = 20;

const region = document.getElementById('announcements');

/** Has a screen reader say something once it is done with what it says. */
export function announce(text) {
  region.append(element('p', {}, text));
  while (region.childElementCount > KEPT) {
    region.firstElementChild.remove();
  }
}
