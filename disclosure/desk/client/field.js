/* The open field: one text as typed, in the place where it is read; saved on leaving. */
import { button, make, word } from "./words.js";

const MARGIN = 8; // pixels between a field and the window's edge
const NARROWEST = 288; // pixels

/* What a field looks like comes from the text it stands for. */
const TYPE = ["fontFamily", "fontSize", "fontWeight", "lineHeight", "letterSpacing"];

export class Field {
  /** shadow: where it is put. value: as typed. label: what it is, for who cannot see the page.
      choices: what may be chosen instead of typed. lines: whether it may have several.
      findings: what was found here, ready to show; or null.
      act: {save(value), cancel(), tool(name, value, caret), next(step, value)}. */
  constructor(shadow, { element, value, label, choices, lines, tools, findings, act }) {
    this.shadow = shadow;
    this.element = element;
    this.was = value;
    this.act = act;
    this.lines = lines;
    this.busy = false;
    this.asking = false;
    this.box = make("div", "field");
    this.box.setAttribute("role", "region");
    this.box.setAttribute("aria-label", label);
    this.input = choices ? this.select(choices, value) : make("textarea", "input");
    this.input.setAttribute("aria-label", label);
    if (!choices) {
      this.input.rows = 1;
      this.input.value = value;
      this.input.spellcheck = false;
    }
    this.said = make("div", "said");
    this.said.setAttribute("role", "alert");
    const finish = make("div", "finish");
    const save = button("save", word("save"), () => this.act.save(this.value, true));
    save.title = word("save_help");
    finish.append(save, this.tool("cancel"));
    this.row = make("div", "tools");
    this.row.setAttribute("role", "toolbar");
    this.row.setAttribute("aria-label", word("tools"));
    this.row.append(...tools.map((name) => this.tool(name)));
    this.box.append(this.input, this.said, finish);
    if (findings) this.box.insertBefore(findings, finish);
    if (tools.length) this.box.append(this.row);
    this.listen();
    shadow.insertBefore(this.box, shadow.querySelector(".bar"));
    this.place();
    this.input.focus({ preventScroll: true });
    this.show();
  }

  get value() {
    return this.input.value;
  }

  get changed() {
    return this.value !== this.was;
  }

  /** While it is being saved nothing more is typed: it would be in no file when the field closes. */
  wait(busy) {
    this.busy = busy;
    this.input.readOnly = busy;
  }

  select(choices, value) {
    const found = make("select", "input");
    const all = choices.includes(value) ? choices : [value, ...choices];
    for (const choice of all) {
      const option = make("option", "", choice);
      option.value = choice;
      found.append(option);
    }
    found.value = value;
    return found;
  }

  tool(name) {
    const found = button(`tool ${name}`, word(`tool_${name}`), () => {
      if (name === "cancel") this.act.cancel();
      else this.act.tool(name, this.value, this.input.selectionStart || 0);
    });
    found.title = word(`tool_${name}_help`);
    return found;
  }

  listen() {
    // The field keeps the caret, and is not left, while a button is pressed.
    this.box.addEventListener("mousedown", (event) => {
      if (event.target.closest("button")) event.preventDefault();
    });
    this.input.addEventListener("input", () => this.place());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("keydown", (event) => event.target !== this.input && this.key(event));
    this.box.addEventListener("focusout", () => {
      // Where the focus goes is known only afterwards; another window is not leaving.
      setTimeout(() => {
        if (!this.box.isConnected || this.busy || this.asking || !document.hasFocus()) return;
        if (!this.box.contains(this.shadow.activeElement)) this.act.save(this.value);
      });
    });
  }

  key(event) {
    // A word that is being written in pinyin ends with Enter, the text does not.
    if (event.isComposing || event.keyCode === 229) return;
    const typing = event.target === this.input;
    const command = event.ctrlKey || event.metaKey;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.act.cancel();
    } else if (event.key === "Enter" && typing && command && this.row.querySelector(".split")) {
      event.preventDefault();
      this.act.tool("split", this.value, this.input.selectionStart);
    } else if (event.key === "Enter" && typing && !(event.shiftKey && this.lines)) {
      event.preventDefault();
      this.act.save(this.value, true);
    } else if (command && event.key.toLowerCase() === "s") {
      event.preventDefault();
      this.act.save(this.value, true);
    } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown") && typing) {
      const name = event.key === "ArrowUp" ? "up" : "down";
      if (!this.row.querySelector(`.${name}`)) return;
      event.preventDefault();
      this.act.tool(name, this.value, 0);
    } else if (event.key === "Tab") this.tab(event);
  }

  /* The box stands at the end of the page; Tab leads on from where its text stands. */
  tab(event) {
    const inside = [...this.box.querySelectorAll("textarea, select, button, input")];
    const at = inside.indexOf(this.shadow.activeElement);
    const next = at + (event.shiftKey ? -1 : 1);
    if (next >= 0 && next < inside.length) return;
    event.preventDefault();
    this.act.next(event.shiftKey ? -1 : 1, this.value);
  }

  /** Lay the field over its text; after every key, and when the page has moved. */
  place(element) {
    if (element) this.element = element;
    const { input, box } = this;
    const rect = this.element.getBoundingClientRect();
    const style = getComputedStyle(this.element);
    for (const name of TYPE) input.style[name] = style[name];
    const width = Math.min(Math.max(rect.width + 2 * MARGIN, NARROWEST), innerWidth - 2 * MARGIN);
    const left = Math.min(Math.max(rect.left - MARGIN, MARGIN), innerWidth - width - MARGIN);
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${rect.top + scrollY - MARGIN}px`;
    box.style.width = `${width}px`;
    if (input.tagName !== "TEXTAREA") return;
    input.style.height = "auto";
    input.style.height = `${Math.max(input.scrollHeight + 4, rect.height)}px`;
  }

  /** Show why it was not saved. */
  refuse(sentences) {
    this.wait(false);
    this.said.replaceChildren(...sentences.map((sentence) => make("p", "", sentence)));
    this.input.setAttribute("aria-invalid", "true");
    this.input.focus();
  }

  /** Show what stands in the file now, and what was typed, with a choice. */
  conflict(now, typed, choose) {
    this.wait(false);
    this.asking = true; // nothing is saved, nor typed, before somebody has chosen
    this.input.readOnly = true;
    this.box.classList.add("asking");
    const box = make("div", "conflict");
    box.append(make("p", "", word("conflict")));
    for (const [name, text] of [["theirs", now], ["mine", typed]]) {
      const part = make("div", `part ${name}`);
      part.append(make("strong", "", word(name)), make("p", "text", text === null ? word("nothing") : text));
      part.append(button("choice", word(`take_${name}`), () => choose(name)));
      box.append(part);
    }
    this.said.replaceChildren(box);
    box.querySelector("button").focus({ preventScroll: true });
    this.show();
  }

  /** Bring the field to where it can be seen: above the bar, and above a keyboard on the screen. */
  show() {
    const view = window.visualViewport || { offsetTop: 0, height: innerHeight };
    const bar = this.shadow.querySelector(".bar");
    const seen = bar && getComputedStyle(bar).visibility !== "hidden";
    const end = view.offsetTop + view.height;
    const [top, bottom] = [view.offsetTop + MARGIN, Math.min(end, seen ? bar.getBoundingClientRect().top : end) - MARGIN];
    const rect = this.box.getBoundingClientRect();
    const down = rect.top < top ? rect.top - top : Math.min(Math.max(0, rect.bottom - bottom), rect.top - top);
    if (down) scrollBy(0, down);
  }

  close() {
    this.busy = true;
    this.box.remove();
  }
}
