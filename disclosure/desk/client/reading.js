/* A notice's page on which every text can be changed where it is read. */
import { ask, send } from "./api.js";
import { Bar } from "./bar.js";
import { Drafts } from "./drafts.js";
import { Field } from "./field.js";
import { Findings } from "./findings.js";
import { Marks } from "./marks.js";
import { last } from "./paths.js";
import { Places } from "./places.js";
import { fetched, takingOver } from "./repaint.js";
import { toolsOf, workOf } from "./tools.js";
import { make, word } from "./words.js";

const DAY = /^\d{4}-\d\d?(-\d\d?)?$/;
const PAUSE = 300; // milliseconds after a save before it is checked
export const DESCRIBED = "dn-desk-hint";

export class Reading {
  constructor(slug, root, shadow) {
    this.slug = slug;
    this.root = root;
    this.shadow = shadow;
    this.texts = [];
    this.lists = [];
    this.choices = {};
    this.page = location.pathname.endsWith("/big/") ? "big" : "page";
    this.answered = 0; // saves, undone and redone ones too
    this.field = null;
    this.saving = null;
    this.marks = new Marks(root);
    this.places = new Places(this);
    this.drafts = new Drafts(slug);
    this.bar = new Bar(shadow, slug, (name) => this.step(name));
    this.findings = new Findings(this);
  }

  /** Take what the desk tells of the notice. */
  take(answer) {
    this.learn(answer);
    this.mark();
  }

  /** Begin with what the desk tells; what was saved when the page was left is no draft any more. */
  begin(answer) {
    this.take(answer);
    for (const text of this.texts) this.drafts.of(text);
  }

  learn(answer) {
    if (answer.texts) this.texts = answer.texts;
    if (answer.lists) this.lists = answer.lists;
    if (answer.choices) this.choices = answer.choices;
    if ("can_undo" in answer) this.bar.can(answer.can_undo, answer.can_redo);
  }

  /** Take what was written, and the page as it is printed now; without one, the build brings it. */
  written(answer) {
    this.answered += 1;
    if (!answer.page || !this.paint(answer.page, answer)) this.take(answer);
  }

  mark() {
    const at = this.places.focused;
    this.marks.set(this.texts, DESCRIBED);
    this.findings.mark();
    if (at) this.places.focus(at);
  }

  /** Open the field of a text; what is open is saved before. */
  async edit(index, element) {
    const { path } = this.texts[index] || {};
    if (!path || !(await this.leave())) return;
    if (this.saving) await this.saving; // given up with Esc, and on its way all the same
    const at = this.places.find(path);
    if (at < 0) return;
    const there = element && element.isConnected ? element : this.places.elementOf(path);
    if (there) this.openField(this.texts[at], there, {});
  }

  openField(text, element, { value, save, tools }) {
    const name = last(text.path);
    const typed = value === undefined ? this.drafts.of(text) : value;
    this.path = text.path;
    this.made = (now) => (save ? save(now) : this.field.changed ? [this.change(now)] : []);
    this.field = new Field(this.shadow, {
      element,
      value: text.raw,
      label: word(`role_${this.choices[name] ? "status" : DAY.test(text.raw) ? "date" : text.role}`),
      choices: this.choices[name],
      lines: text.raw.includes("\n"),
      tools: tools || toolsOf(text, this.texts, this.lists),
      findings: save ? null : this.findings.view(text.path),
      act: {
        save: (now, back) => this.save(now, back),
        cancel: () => this.cancel(),
        tool: (tool, now, caret) => this.tool(tool, text, now, caret),
        next: (step, now) => this.next(step, now),
      },
    });
    if (typed !== undefined && typed !== text.raw) {
      this.field.input.value = typed;
      this.field.place();
    }
    this.text = text;
    this.field.input.addEventListener("input", () => this.drafts.keep(text, this.field && this.field.value));
  }

  /** Save what is open; whether nothing is open any more. */
  async leave() {
    if (this.field) await this.save(this.field.value);
    return this.field === null;
  }

  save(value, back) {
    if (!this.field) return Promise.resolve();
    if (!this.saving) this.saving = this.write(this.made(value), value, back).then(() => (this.saving = null));
    return this.saving;
  }

  /** Save what is open although the page may go; who stays hears what comes of it. */
  saveLeaving() {
    if (this.field && !this.field.asking) this.save(this.field.value);
  }

  change(value, was = this.text.raw) {
    return { kind: "set", path: this.path, value, was };
  }

  /* Send edits; the field is closed when they are in the file, and only then. */
  async write(edits, value, back, then) {
    const { field, path, text } = this;
    if (!edits.length) return this.close(back ? path : null);
    const place = this.ghost ? this.beside : this.places.placeOf(path);
    field.wait(true);
    const answer = await send(`edit/${this.slug}`, { edits, page: this.page });
    field.wait(false);
    if (answer.ok) {
      this.drafts.forget(text);
      this.close(null);
      this.written(answer);
      const wanted = then || (back ? path : null);
      this.wanted = wanted && !this.places.focus(wanted) ? wanted : null;
      if (this.wanted) this.places.focusNear(place);
      this.bar.say(answer.said || word("saved"));
    } else if (answer.conflict) {
      const now = answer.conflict.now;
      field.conflict(typeof now === "string" ? now : null, value, (name) => this.choose(name, now, value));
    } else field.refuse(answer.refused ? answer.refused.map((each) => each.message) : [answer.said]);
  }

  /* Whose text it is to be, said by who sees both. */
  async choose(name, now, value) {
    if (name === "theirs") {
      const place = this.places.placeOf(this.path);
      this.drafts.forget(this.text);
      this.close(this.path);
      await this.refresh();
      if (document.activeElement === document.body) this.places.focusNear(place);
      return;
    }
    const edit = now === null ? { kind: "set", path: this.path, value, was: null } : this.change(value, now);
    this.saving = this.write([edit], value, true).then(() => (this.saving = null));
  }

  async tool(name, text, value, caret) {
    if (this.saving) await this.saving;
    if (!this.field) return;
    const before = this.field.changed ? [this.change(value)] : [];
    if (name === "add") {
      const { path } = this;
      if (before.length) await this.save(value);
      if (!this.field || !before.length) this.add(path);
      return;
    }
    const work = await workOf(name, { slug: this.slug, text, value, caret, texts: this.texts, lists: this.lists });
    if (!work || !this.field) return;
    this.saving = this.write([...before, ...work.edits], value, true, work.then).then(() => (this.saving = null));
  }

  /** Open an empty field behind an item; nothing is written before there is a text in it. */
  async add(path) {
    const index = this.places.find(path);
    const element = this.places.elementOf(path);
    if (index < 0 || !element) return;
    this.beside = this.marks.inOrder.indexOf(element);
    this.close(null);
    const work = await workOf("add", { slug: this.slug, text: this.texts[index], texts: this.texts, lists: this.lists });
    const ghost = make(element.tagName === "SPAN" ? "span" : element.tagName.toLowerCase(), element.className, "\u3000");
    const behind = /^H\d$/.test(element.tagName) ? element.closest("section") || element : element;
    behind.after(ghost);
    this.ghost = ghost;
    this.openField({ ...this.texts[index], path: work.then, raw: "" }, ghost, {
      value: "",
      tools: [],
      save: (value) => (value.trim() ? work.edits(value.trim()) : []),
    });
  }

  cancel() {
    const { path } = this;
    this.drafts.forget(this.text);
    this.close(path);
  }

  close(focus) {
    const { ghost } = this;
    if (this.field) this.field.close();
    if (ghost) ghost.remove();
    this.field = null;
    this.ghost = null;
    // Where nothing was added there is nothing at its path, or what stood behind it.
    if (focus && ghost) this.places.focusNear(this.beside);
    else if (focus) this.places.focus(focus);
  }

  async next(step, value) {
    const elements = this.marks.inOrder;
    const at = elements.indexOf(this.places.elementOf(this.path));
    const index = at < 0 ? -1 : this.marks.textAt(elements[at + step]);
    const path = index < 0 ? this.path : this.texts[index].path;
    await this.save(value);
    if (!this.field) this.places.focus(path);
  }

  async step(name) {
    if (!(await this.leave())) return;
    const answer = await send(`${name}/${this.slug}`, { page: this.page });
    if (answer.ok) this.written(answer);
    this.bar.say(answer.said, !answer.ok);
  }

  async refresh() {
    this.take(await ask(`texts/${this.slug}`));
    await this.findings.refresh();
  }

  /** Take over the page once something was built; as the file has it now, or else the build. */
  async built() {
    const { answered } = this;
    const told = await ask(`texts/${this.slug}?page=${this.page}`);
    const html = told.page || (await fetched());
    // The notice was deleted or renamed: what is typed stays where it is, for who writes it elsewhere.
    if (!html) return this.bar.say(told.said, true);
    // What was saved meanwhile has brought its page, and has another build follow.
    if (answered === this.answered) {
      if (html === this.html) this.learn(told);
      else if (html && !this.paint(html, told)) return location.reload();
    }
    this.check();
  }

  /* Take over a page and what it was made of; whether it was a page of a notice. */
  paint(html, told) {
    const apply = takingOver(html);
    if (!apply) return false;
    this.html = html;
    const at = this.wanted || this.places.focused;
    const place = at ? this.marks.inOrder.indexOf(document.activeElement) : -1;
    const { ghost } = this;
    const beside = ghost && ghost.previousElementSibling;
    this.marks.clear();
    if (ghost) ghost.remove();
    apply();
    if (ghost && beside && beside.isConnected) beside.after(ghost);
    this.learn(told);
    this.mark();
    document.documentElement.dataset.deskBuilt = String(Number(document.documentElement.dataset.deskBuilt || 0) + 1);
    this.wanted = null;
    if (at && !this.field && !this.places.focus(at) && place >= 0) this.places.focusNear(place);
    if (this.field) this.field.place(ghost || this.places.elementOf(this.path) || undefined);
    return true;
  }

  /* The rules take their time; whoever goes on writing is not kept waiting for them. */
  check() {
    clearTimeout(this.checking);
    this.checking = setTimeout(() => this.findings.refresh(), PAUSE);
  }
}
