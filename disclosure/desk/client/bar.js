/* What is always there on a notice's page: undo, redo, what was done last, and the way to the desk. */
import { button, make, word } from "./words.js";

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
    this.hint = word("hint");
    this.said.textContent = this.hint;
    const desk = make("a", "desk", word("to_desk"));
    desk.href = `/-desk/notice/${slug}/`;
    this.box.append(desk, this.undo, this.redo, this.said);
    shadow.append(this.box);
    this.can(false, false);
  }

  /* Not `disabled`: a button that goes dead under the keyboard takes the focus with it. */
  can(undo, redo) {
    this.undo.setAttribute("aria-disabled", String(!undo));
    this.redo.setAttribute("aria-disabled", String(!redo));
  }

  say(text, bad) {
    this.said.textContent = text || this.hint;
    this.box.classList.toggle("told", Boolean(text));
    this.box.classList.toggle("bad", Boolean(bad));
  }
}
