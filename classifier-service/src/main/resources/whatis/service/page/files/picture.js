import { element } from './element.js';
import { texts } from './language.js';

/** Shows a file, if the browser can, with its name and what became of it. */
export class Picture {
  #name;
  #caption;

  constructor(file) {
    this.#name = file.name;
    this.#caption = element('figcaption', {}, file.name);
    this.element = element('figure', { class: 'picture' }, this.#caption);
    this.#show(file);
  }

  /** Shows what is sent instead, and says that it is. */
  convertTo(png) {
    this.#show(png);
    this.#caption.append(element('p', {}, texts.converted));
  }

  /** Of a damaged file, some browsers would leave a blank. */
  hide() {
    this.element.replaceChildren(element('p', { class: 'no-preview' }, texts.noPreview), this.#caption);
  }

  #show(file) {
    const address = URL.createObjectURL(file);
    const image = element('img', { src: address, alt: texts.picture(this.#name) });
    image.addEventListener('load', () => URL.revokeObjectURL(address));
    image.addEventListener('error', () => {
      // Not every browser shows TIFF, and not every file is a picture.
      URL.revokeObjectURL(address);
      if (image.isConnected) {
        this.hide();
      }
    });
    this.element.replaceChildren(image, this.#caption);
  }
}
