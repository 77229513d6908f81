/**
 * Builds an element. All texts get onto the page this way, those of the service and of Wikipedia, too: as text, never as
 * HTML.
 *
 * @param children elements and texts; null stands for none
 */
export function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    node.setAttribute(attribute, value);
  }
  node.append(...children.filter(child => child !== null));
  return node;
}

/** Builds a link, or its mere text if it doesn't lead to a page: only the web's own addresses are followed. */
export function link(address, attributes, text) {
  const { protocol, href } = new URL(address, document.baseURI);
  return /^https?:$/.test(protocol) ? element('a', { href, ...attributes }, text) : element('span', {}, text);
}
