/* What checking found, beside the text it speaks of, with the certain repair and the waiver. */
import { ask, send } from "./api.js";
import { openPath } from "./arriving.js";
import { FoundList } from "./list.js";
import { button, make, word } from "./words.js";

const ERROR = "dn-desk-error";
const SOME = "dn-desk-finding";

/* A finding speaks of a text where its path is the text's, or leads to what stands above it. */
const speaksOf = (finding, path) =>
  Array.isArray(finding.path) && finding.path.length >= path.length && path.every((part, at) => finding.path[at] === part);

export class Findings {
  constructor(reading) {
    this.reading = reading;
    this.found = [];
    this.list = new FoundList(reading.shadow, reading.bar, {
      item: (finding) => this.item(finding),
      open: (path) => openPath(reading, path),
    });
  }

  async refresh() {
    const answer = await ask(`findings/${this.reading.slug}`);
    if (!answer.ok) return;
    this.found = answer.findings || [];
    this.mark();
    this.list.draw(answer);
  }

  of(path) {
    return this.found.filter((finding) => speaksOf(finding, path));
  }

  mark() {
    const { texts, marks, root } = this.reading;
    for (const element of root.querySelectorAll(`.${ERROR}, .${SOME}`)) element.classList.remove(ERROR, SOME);
    texts.forEach(({ path }, index) => {
      const found = this.of(path);
      if (!found.length) return;
      const name = found.some((finding) => finding.is_error) ? ERROR : SOME;
      for (const element of marks.elements[index] || []) element.classList.add(name);
    });
  }

  /** Return what was found in a text, for its field; null where nothing was. */
  view(path) {
    const found = this.of(path);
    if (!found.length) return null;
    const list = make("ul", "findings");
    list.setAttribute("aria-label", word("findings_here", { count: found.length }));
    list.append(...found.map((finding) => this.item(finding)));
    return list;
  }

  item(finding) {
    const entry = make("li", finding.is_error ? "error" : "finding");
    entry.append(make("p", "", word("finding", finding)));
    const row = make("div", "choices");
    if (finding.fix) {
      const fix = button("fix", word("fix"), () => this.act("fix", finding, {}));
      fix.title = word("fix_help");
      row.append(fix);
    }
    if (finding.waive) row.append(button("waive", word("waive"), () => this.waive(entry, row, finding)));
    if (row.children.length) entry.append(row);
    return entry;
  }

  waive(entry, row, finding) {
    const label = make("label", "reason", word("waive_reason"));
    const input = make("input");
    input.type = "text";
    input.maxLength = 300;
    label.append(input);
    const said = make("p", "needed");
    said.setAttribute("role", "alert");
    const keep = () => {
      if (input.value.trim()) this.act("waive", finding, { reason: input.value.trim() });
      else {
        said.textContent = word("reason_needed");
        input.focus();
      }
    };
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      keep();
    });
    row.replaceChildren(label, button("waive", word("waive_save"), keep), said);
    input.focus();
  }

  /* What was typed is saved first: the repair speaks of what stands in the file. */
  async act(name, finding, more) {
    const { reading } = this;
    const place = reading.placeOf(reading.path);
    if (!(await reading.leave())) return;
    const asked = { code: finding.code, path: finding.path, page: reading.page, ...more };
    const answer = await send(`${name}/${reading.slug}`, asked);
    if (answer.ok) {
      reading.written(answer);
      await this.refresh();
    }
    reading.bar.say(answer.said, !answer.ok);
    if (!reading.focus(reading.path)) reading.focusNear(place);
  }
}
