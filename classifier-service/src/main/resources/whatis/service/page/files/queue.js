/** Works off what it is given, in that order, so many at a time. */
export class Queue {
  #free;
  #waiting = [];

  constructor(atATime) {
    this.#free = atATime;
  }

  /** @param work an asynchronous function, which deals with its own failures */
  add(work) {
    this.#waiting.push(work);
    this.#next();
  }

  /** Takes back what hasn't begun. */
  remove(work) {
    this.#waiting = this.#waiting.filter(other => other !== work);
  }

  async #next() {
    if (this.#free === 0 || this.#waiting.length === 0) {
      return;
    }
    this.#free--;
    try {
      await this.#waiting.shift()();
    } finally {
      this.#free++;
      this.#next();
    }
  }
}
