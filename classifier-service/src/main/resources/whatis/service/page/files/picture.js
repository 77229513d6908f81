import { element } from './element.js';
import { texts } from './language.js';

/** Shows a file, if the browser can, with its name and what became of it. */
export class Picture {
  #caption;

  constructor(file) {
    this.#caption = element('figcaption', {}, file.name);
    this.element = element('figure', { class: 'picture' }, preview(file), this.#caption);
  }

  /** Says that something else than the file is sent. */
  tellConversion() {
    this.#caption.append(element('p', {}, texts.converted));
  }
}

function preview(file) {
  const address = URL.createObjectURL(file);
  const image = element('img', { src: address, alt: texts.picture(file.name) });
  image.addEventListener('load', () => URL.revokeObjectURL(address));
  image.addEventListener('error', () => {
    // Not every browser shows TIFF, and not every file is a picture.
    URL.revokeObjectURL(address);
    image.replaceWith(element('p', { class: 'no-preview' }, texts.noPreview));
  });
  return image;
}
