/**
 * Takes pictures that are picked, photographed, pasted or dropped anywhere on the page. What they really are, the service
 * tells from their bytes.
 *
 * @param onFiles called with one file or more
 */
export function takeIn(onFiles) {
  const take = files => {
    if (files.length > 0) {
      onFiles([...files]);
    }
  };

  for (const input of document.querySelectorAll('[data-intake]')) {
    input.addEventListener('change', () => {
      take(input.files);
      // So that the same file can be picked again.
      input.value = '';
    });
  }

  document.addEventListener('paste', event => take(event.clipboardData.files));
  takeDropped(take);
}

function takeDropped(take) {
  const hover = isOver => document.documentElement.classList.toggle('dragged-over', isOver);

  document.addEventListener('dragover', event => {
    if (event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      hover(true);
    }
  });
  document.addEventListener('dragleave', event => {
    // From one element of the page to another it is still over the page.
    if (event.relatedTarget === null) {
      hover(false);
    }
  });
  document.addEventListener('drop', event => {
    hover(false);
    if (event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
      take(event.dataTransfer.files);
    }
  });
}
