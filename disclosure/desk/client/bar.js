/* What is always there on a notice's page: undo, redo, what was done last, and the way to the desk. */
import { button, make, word } from "./words.js";

const READ = 6000; // milliseconds that what was done is shown; it stays for who hears the page

export class Bar {
  constructor(shadow, slug, act) {
    this.box = make("div", "bar");
    this.box.setAttribute("role", "region");
    this.box.setAttribute("aria-label", word("bar"));
    this.undo = button("undo", word("undo"), () => act("undo"));
    this.redo = button("redo", word("redo"), () => act("redo"));
    this.undo.title = word("undo_help");
    this.redo.title = word("redo_help");
    this.said = make("span", "did");
    this.said.setAttribute("role", "status");
    this.said.textContent = word("hint");
    this.dismiss = button("dismiss", word("dismiss"), () => this.past());
    this.dismiss.hidden = true;
    const desk = make("a", "desk", word("to_desk"));
    desk.href = `/-desk/notice/${slug}/`;
    this.box.append(desk, this.undo, this.redo, this.said, this.dismiss);
    shadow.append(this.box);
    this.can(false, false);
    this.timer = setTimeout(() => this.past(), READ);
  }

  /* Not `disabled`: a button that goes dead under the keyboard takes the focus with it. */
  can(undo, redo) {
    this.undo.setAttribute("aria-disabled", String(!undo));
    this.redo.setAttribute("aria-disabled", String(!redo));
  }

  /** Say what was done; what went wrong stays until somebody has read it. */
  say(text, bad) {
    clearTimeout(this.timer);
    this.said.textContent = text || word("hint");
    this.box.classList.toggle("told", Boolean(text));
    this.box.classList.toggle("bad", Boolean(bad));
    this.box.classList.remove("past");
    this.dismiss.hidden = !bad;
    if (text && !bad) this.timer = setTimeout(() => this.past(), READ);
  }

  past() {
    this.box.classList.remove("told");
    this.box.classList.add("past");
    this.dismiss.hidden = true;
  }
}
