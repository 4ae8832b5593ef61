/* Edits of fields that are saved on leaving: one after the other, and none is lost when the page goes. */
import { send } from "./api.js";
import { Drafts } from "./drafts.js";
import { same } from "./paths.js";

export class Saves {
  constructor(slug) {
    this.slug = slug;
    this.drafts = new Drafts(slug);
    this.waiting = [];
    this.unheard = []; // edits of which nobody knows yet whether they have arrived
    this.typed = null; // saves the input in which somebody types
    this.queue = Promise.resolve();
    // Begun before the page goes: Firefox may end its process with it.
    addEventListener("beforeunload", () => this.settled());
    addEventListener("pagehide", () => this.leave());
  }

  /** Have `save` called when an input is left, also by who leaves the page while typing in it.

      held: {path, raw()} of what stands in the file, as the input shows it. What was typed before
      the page was loaded, and is in no file, is put in again and saved. */
  watch(input, { path, raw }, save) {
    const typing = (event) => {
      if (event.isComposing) return; // pinyin is no word yet
      this.typed = save;
      this.drafts.keep({ path, raw: raw() }, input.value);
    };
    input.addEventListener("input", typing);
    input.addEventListener("compositionend", typing);
    input.addEventListener("change", () => {
      this.typed = null;
      save();
    });
    const typed = this.drafts.of({ path, raw: raw() });
    if (typed === undefined) return;
    input.value = typed;
    save();
  }

  /** What is typed in an input is not wanted. */
  forget(path) {
    this.typed = null;
    this.drafts.forget({ path });
  }

  /** Save what was typed in place of what stands in the file.

      held: {path, value(), hold(value)}: what stands there as the page knows it, and how it learns
      otherwise; what is on its way is what the next edit starts from. An empty text takes the key
      out. `then` is told what came of it. */
  set({ path, value, hold }, typed, then) {
    let was = null;
    const edit = () => {
      was = value() === undefined ? null : value();
      if (JSON.stringify(typed) === JSON.stringify(was === null ? "" : was)) return null;
      hold(typed === "" ? null : typed);
      return { kind: "set", path, value: typed, was };
    };
    this.add(path, edit, (answer) => {
      if (answer.conflict) hold(answer.conflict.now);
      else if (!answer.ok && !answer.lost) hold(was);
      return then(answer);
    });
  }

  /** Save what `edit` gives when its turn has come, if anything; `then` is told what came of it.

      Of a path that waits already only the last edit is made. Where the answer is lost, the next
      edit of the path starts from this one, whether it has arrived or not. */
  add(path, edit, then) {
    const entry = { path, edit, then };
    const before = this.waiting.findIndex((each) => same(each.path, path));
    if (before >= 0) this.waiting.splice(before, 1);
    this.waiting.push(entry);
    const turn = () => this.turn(entry);
    this.queue = this.queue.then(turn, turn); // whatever became of the one before
  }

  /** Wait until everything that was typed is saved, also where its input is not left yet. */
  async settled() {
    const { typed } = this;
    this.typed = null;
    if (typed) typed();
    await this.queue;
  }

  async turn(entry) {
    if (!this.waiting.includes(entry)) return;
    this.waiting.splice(this.waiting.indexOf(entry), 1);
    const edits = this.edits(entry);
    if (!edits.length) return this.drafts.forget(entry);
    const others = () => this.unheard.filter(({ path }) => !same(path, entry.path));
    this.unheard = [...others(), ...edits];
    const answer = await send(`edit/${this.slug}`, { edits });
    if (!answer.lost) this.unheard = others();
    if (answer.ok) this.drafts.forget(entry);
    await entry.then(answer);
  }

  /* What is sent for an entry. What is on its way, or was cut off when the page went, may arrive
     later than this or never; sent again before it, it changes nothing that it has changed. */
  edits({ path, edit }) {
    const made = edit();
    const before = this.unheard.filter((each) => same(each.path, path));
    return made ? [...before, made] : before;
  }

  leave() {
    if (this.typed) this.typed();
    this.typed = null;
    for (const entry of this.waiting.splice(0)) {
      const edits = this.edits(entry);
      if (edits.length) send(`edit/${this.slug}`, { edits });
    }
  }
}
