import { EXTRACT_LENGTH } from './background.js';
import { toPng } from './conversion.js';
import { Problem } from './problem.js';

/** For an answer that asks to come back, and doesn't say when. */
const SOON = 2;

/** Problem of what this browser may yet convert. */
export const UNREAD_FORMAT = 'unsupported-image-format';

/**
 * Has a picture identified, also one that only this browser can read: which those are, the service's answer tells.
 *
 * @param signal ends it
 * @param onProgress called with the share of the picture that has been sent, 0 to 1
 * @param onWait called each second of a wait with its reason and the seconds that are left
 * @param onConversion called with the PNG that is sent instead
 * @throws Problem
 */
export async function identify(file, { signal, onProgress, onWait, onConversion }) {
  try {
    return await persist(file, signal, onProgress, onWait);
  } catch (problem) {
    if (problem.slug !== UNREAD_FORMAT) {
      throw problem;
    }
    const png = await toPng(file).catch(() => {
      throw problem;
    });
    signal.throwIfAborted();
    onConversion(png);
    return persist(png, signal, onProgress, onWait);
  }
}

/** Comes back to a busy service when it is told to. */
async function persist(file, signal, onProgress, onWait) {
  for (;;) {
    try {
      return await send(file, signal, onProgress);
    } catch (problem) {
      if (problem.retryAfter === undefined) {
        throw problem;
      }
      for (let left = problem.retryAfter; left > 0; left--) {
        onWait(problem, left);
        await second(signal);
      }
    }
  }
}

async function send(file, signal, onProgress) {
  // A large video that was dropped by mistake would take minutes to be refused.
  if (file.size > Number(document.documentElement.dataset.uploadLimit ?? Infinity)) {
    throw new Problem('upload-too-large');
  }
  const { status, response, retryAfter } = await post(file, signal, onProgress);
  if (status === 200 && response !== null) {
    return response;
  }
  throw Problem.of(status, response, [429, 503].includes(status) ? Number(retryAfter) || SOON : undefined);
}

/** By XMLHttpRequest: fetch can't tell how much of a body has been sent. */
function post(file, signal, onProgress) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', `api/v1/identifications?characters=${EXTRACT_LENGTH}`);
    request.responseType = 'json';
    request.upload.onprogress = event => onProgress(event.loaded / event.total);
    request.onload = () => resolve({
      status: request.status,
      response: request.response,
      retryAfter: request.getResponseHeader('Retry-After'),
    });
    request.onerror = () => whyFailed(file).then(reject);
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** The browser only says that it failed: the network may be gone, and so may the file. A folder can't be read, either. */
async function whyFailed(file) {
  return file.slice(0, 1).arrayBuffer().then(() => new Problem('unreachable'), () => new Problem('unreadable-file'));
}

function second(signal) {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, 1000);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}
