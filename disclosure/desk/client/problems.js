/* All problems in a table: quick entry by the keyboard, and rows of a spreadsheet pasted into it. */
import { ask, send } from "./api.js";
import { Saves } from "./saves.js";
import { reasons, refused, tell } from "./telling.js";
import { make, word } from "./words.js";

const NAMES = ["title", "status", "leader", "department", "deadline"];

const nameOf = ({ code, path, message }) => JSON.stringify([code, path, message]);
const namesOf = (answer) => (answer.ok ? new Set(answer.findings.map(nameOf)) : null);

class Table {
  constructor(element, { slug, choices }) {
    this.element = element;
    this.slug = slug;
    this.choices = choices;
    this.cells = [];
    this.saves = new Saves(slug);
    this.known = null; // what was found before anything was changed here
  }

  async show() {
    const answer = await ask(`problems/${this.slug}`);
    if (!answer.ok) return this.element.replaceChildren(...reasons(answer).map((each) => make("p", "desk-bad", each)));
    this.columns = answer.columns || NAMES;
    this.rows = answer.rows;
    if (!this.known) this.known = ask(`findings/${this.slug}`).then(namesOf);
    const hint = make("p", "desk-quiet", word("problems_hint"));
    const scroll = make("div", "desk-scroll");
    const table = make("table", "desk-grid");
    table.append(make("caption", "desk-hidden", word("problems")), this.head(), this.body());
    scroll.append(table);
    const list = make("datalist");
    list.id = "desk-states";
    for (const state of this.choices.status || []) {
      const option = make("option");
      option.value = state;
      list.append(option);
    }
    this.element.replaceChildren(hint, scroll, list);
  }

  head() {
    const head = make("thead");
    const row = make("tr");
    for (const name of ["number", ...this.columns]) {
      const cell = make("th", "", word(`problem_${name}`));
      cell.scope = "col";
      row.append(cell);
    }
    head.append(row);
    return head;
  }

  body() {
    const body = make("tbody");
    this.cells = this.rows.map((row, at) => {
      const line = make("tr");
      const number = make("th", "", String(row.number));
      number.scope = "row";
      number.dataset.word = word("problem_title"); // on a card, before the number
      line.append(number);
      const inputs = this.columns.map((name, column) => this.cell(row, name, at, column));
      for (const input of inputs) {
        const cell = make("td", `desk-grid__${input.name}`);
        const name = make("span", "desk-grid__name", word(`problem_${input.name}`));
        name.setAttribute("aria-hidden", "true"); // the cell says it itself
        cell.append(name, input);
        line.append(cell);
      }
      body.append(line);
      return inputs;
    });
    return body;
  }

  cell(row, name, at, column) {
    const input = make(name === "title" ? "textarea" : "input", "desk-cell");
    input.name = name;
    input.value = row.cells[name] || "";
    if (name === "title") input.rows = 2;
    if (name === "status") input.setAttribute("list", "desk-states");
    input.autocomplete = "off";
    input.setAttribute("aria-label", word("cell_label", { row: row.number, column: word(`problem_${name}`) }));
    input.addEventListener("keydown", (event) => this.key(event, at, column));
    input.addEventListener("paste", (event) => this.paste(event, at, name));
    const held = { path: [...row.path, name], raw: () => row.cells[name] || "" };
    this.saves.watch(input, held, () => this.save(input, row, name));
    return input;
  }

  key(event, row, column) {
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey) return;
    const { target, key } = event;
    const start = target.selectionStart === 0 && target.selectionEnd === 0;
    const end = target.selectionStart === target.value.length && target.selectionEnd === target.value.length;
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [event.shiftKey ? -1 : 1, 0] }[key];
    const aside = key === "ArrowLeft" && start ? [0, -1] : key === "ArrowRight" && end ? [0, 1] : null;
    const [down, right] = step || aside || [0, 0];
    if (key === "Escape") {
      const { path, cells } = this.rows[row];
      target.value = cells[target.name] || "";
      this.saves.forget([...path, target.name]);
      return;
    }
    if (!down && !right) return;
    event.preventDefault();
    const line = this.cells[row + down];
    const next = line && line[column + right];
    this.saves.settled(); // also in the last row, and in a window behind others
    if (!next) return;
    next.focus();
    next.select();
  }

  save(input, row, name) {
    const { cells } = row;
    const held = { path: [...row.path, name], value: () => cells[name], hold: (now) => (cells[name] = now) };
    this.saves.set(held, input.value.trim(), async (answer) => {
      if (answer.ok) input.removeAttribute("aria-invalid");
      else input.setAttribute("aria-invalid", "true");
      if (answer.ok) await this.look(input);
      tell(answer.ok ? answer.said : refused(answer), !answer.ok);
    });
  }

  /* What a change in one place has made wrong in another is said right there. */
  async look(input) {
    const before = await this.known;
    const answer = await ask(`findings/${this.slug}`);
    if (!answer.ok || !before) return;
    const fresh = answer.findings.filter((each) => !before.has(nameOf(each)));
    const line = input.closest("tr");
    const old = line.nextElementSibling;
    if (old && old.classList.contains("desk-grid__found")) old.remove();
    for (const each of this.element.querySelectorAll(".desk-grid__found li"))
      if (!answer.findings.some((finding) => nameOf(finding) === each.dataset.name)) each.remove();
    for (const each of this.element.querySelectorAll(".desk-grid__found")) if (!each.querySelector("li")) each.remove();
    for (const place of document.querySelectorAll("[data-desk-counted]")) place.textContent = answer.counted;
    const shown = new Set([...this.element.querySelectorAll(".desk-grid__found li")].map((each) => each.dataset.name));
    const here = fresh.filter((each) => !shown.has(nameOf(each)));
    if (!here.length) return;
    const row = make("tr", "desk-grid__found");
    const cell = make("td");
    cell.colSpan = this.columns.length + 1;
    const list = make("ul", "desk-findings");
    list.setAttribute("role", "status");
    list.append(...here.map((finding) => this.found(finding)));
    cell.append(list);
    row.append(cell);
    line.after(row);
  }

  found(finding) {
    const entry = make("li", `desk-finding${finding.is_error ? " desk-finding--error" : ""}`);
    entry.dataset.name = nameOf(finding);
    entry.append(make("b", "", finding.level), finding.message);
    if (finding.text) entry.append(make("span", "desk-quiet desk-finding__text", finding.text));
    if (finding.path.length) {
      const see = make("a", "", word("see"));
      see.href = `/notices/${this.slug}/#text=${encodeURIComponent(JSON.stringify(finding.path))}`;
      entry.append(see);
    }
    return entry;
  }

  async paste(event, first, key) {
    const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    await this.saves.settled();
    const answer = await send(`paste/${this.slug}`, { text, first, key });
    if (!answer.ok) return tell(reasons(answer).join(" "), true);
    await this.show();
    const left = answer.left && answer.left.length ? word("pasted_left", { rows: answer.left.join("、") }) : "";
    tell([word(answer.count ? "pasted" : "not_changed", { count: answer.count }), left].join(" "), Boolean(left));
    const line = this.cells[first];
    if (line) line[this.columns.indexOf(key)].focus();
  }
}

export const start = (element, context) => new Table(element, context).show();
