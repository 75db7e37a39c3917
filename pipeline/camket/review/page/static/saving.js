// Decisions on their way to the server: one after the other, each with the version of the value that its reviewer saw.

export class Saving {
  #queue = [];
  #busy = false;

  constructor(address, csrf, hears) {
    this.address = address;
    this.csrf = csrf;
    this.hears = hears; // {saving(), kept(answer, ask), refused(answer, ask), silent(), idle()}
  }

  get busy() {
    return this.#busy;
  }

  isWaiting(key, verdict = null) {
    return this.#queue.some((one) => one.key === key && (!verdict || one.verdict === verdict));
  }

  // `ask` is what is sent, or gives it when its turn comes.
  add(ask) {
    this.#queue.push(ask);
    if (!this.#busy) this.#work();
  }

  async #work() {
    this.#busy = true;
    this.hears.saving();
    while (this.#queue.length) {
      const next = this.#queue[0];
      const ask = typeof next === "function" ? next() : next;
      if (!ask) {
        this.#queue.shift();
        continue;
      }
      const answer = await this.#send(ask);
      if (!answer) {
        this.#queue = [];
        this.#busy = false;
        this.hears.silent();
        return;
      }
      this.#queue.shift();
      if (answer.status === 200) {
        for (const one of this.#queue) {
          if (one.key === answer.key && one.version === ask.version) one.version = answer.version;
        }
        this.hears.kept(answer, ask);
      } else {
        this.#queue = this.#queue.filter((one) => one.key !== ask.key);
        this.hears.refused(answer, ask);
      }
    }
    this.#busy = false;
    this.hears.idle();
  }

  async #send({ hint, ...ask }) {
    try {
      const answer = await fetch(this.address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRF-Token": this.csrf },
        body: JSON.stringify(ask),
      });
      return { status: answer.status, ...(await answer.json()) };
    } catch {
      return null;
    }
  }
}
