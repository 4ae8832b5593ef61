/* Edits of fields that are saved on leaving: one after the other, and none is lost when the page goes. */
import { send } from "./api.js";

export class Saves {
  constructor(slug) {
    this.slug = slug;
    this.waiting = [];
    this.queue = Promise.resolve();
    addEventListener("pagehide", () => this.leave());
  }

  /** Save what `edit` gives when its turn has come, if anything; `then` is told what came of it. */
  add(edit, then) {
    const entry = { edit, then };
    this.waiting.push(entry);
    const turn = () => this.turn(entry);
    this.queue = this.queue.then(turn, turn); // whatever became of the one before
  }

  async turn(entry) {
    if (!this.waiting.includes(entry)) return;
    this.waiting.splice(this.waiting.indexOf(entry), 1);
    const edit = entry.edit();
    if (edit) await entry.then(await send(`edit/${this.slug}`, { edits: [edit] }));
  }

  leave() {
    for (const { edit } of this.waiting.splice(0)) {
      const made = edit();
      if (made) send(`edit/${this.slug}`, { edits: [made] });
    }
  }
}
